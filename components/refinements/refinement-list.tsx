'use client'

import { useQuery } from '@tanstack/react-query'

import { AskButton } from '#components/commands/ask-button.tsx'
import { Row, Rows, Section } from '#components/ui/section.tsx'
import { Weight } from '#components/ui/tag.tsx'
import type { Refinement } from '#lib/contract/refinements.ts'
import { readRefinement } from '#lib/contract/refinements.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import { refinementProgress } from '#lib/domain/refinement.ts'
import { reading } from '#lib/http/query.ts'

type Props = { group: string; issue: number; actor: Actor }

/** Handbook › Planning Board: "The engineer then assigns a weight". What a refinement issue lists, weighed where it stands. */
export function RefinementList({ group, issue, actor }: Props) {
  const { data, error } = useQuery(reading(readRefinement, { group, ref: issue }))
  if (error) return <p className="text-ink-2">Could not load the issues to refine. Try again in a moment.</p>
  if (!data) return null
  const { weighed, of, notShown, items } = data
  const note = notShown === 0 ? '' : ` · ${notShown} not shown`
  return (
    <Section title="Issues to refine" note={`${refinementProgress(weighed, of)}${note}`}>
      {items.length === 0 ? (
        <p className="text-ink-3">No issues. Link an issue that this one relates to.</p>
      ) : (
        <Rows label="Issues to refine">
          {items.map((item) => (
            <Row key={item.ref} group={group} issue={item} side={<Side item={item} actor={actor} />} />
          ))}
        </Rows>
      )}
    </Section>
  )
}

type Item = Refinement['items'][number]

function Side({ item, actor }: { item: Item; actor: Actor }) {
  const settled = settledText(item)
  if (settled) return <span className="text-xs text-ink-3">{settled}</span>
  if (item.weight !== null) return <Weight weight={item.weight} />
  if (!may(actor, 'issue.weigh')) return <span className="text-xs text-ink-3">No weight</span>
  return (
    <AskButton refs={() => [item.ref]} what="weight" opens="menu" size="sm">
      Weigh<span className="sr-only"> #{item.ref}</span>
    </AskButton>
  )
}

/** Why it needs no weight any more. */
function settledText({ weight, state, split, spike }: Item): string | null {
  if (weight !== null) return null
  if (split) return 'Split'
  if (state === 'closed') return 'Closed'
  return spike ? 'Spike' : null
}
