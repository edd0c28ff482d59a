'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'

import { reopen } from '#components/milestones/close/reopen.ts'
import { useActor } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { Section } from '#components/ui/section.tsx'
import { Note } from '#components/ui/tag.tsx'
import { listOutcomes } from '#lib/contract/closing.ts'
import type { OutcomeRow } from '#lib/contract/closing.ts'
import type { MilestoneFacts } from '#lib/contract/facts.ts'
import { slipReasonTitle } from '#lib/domain/closing/reasons.ts'
import { sayDoText } from '#lib/domain/closing/say-do.ts'
import { may } from '#lib/domain/permissions.ts'
import { reading } from '#lib/http/query.ts'
import { issueLink } from '#lib/kit/links.ts'

type Props = { group: string; milestone: MilestoneFacts }

/** What became of what was assigned in a closed milestone, as it was frozen; nothing while it is open. */
export function Outcomes({ group, milestone }: Props) {
  const { data } = useQuery(reading(listOutcomes, { group, milestone: milestone.slug }))
  const client = useQueryClient()
  const actor = useActor(group)
  if (!data || data.closedAt === null) return null
  const { items, sums, notShown, closedBy, reopenUntil } = data
  return (
    <Section title="Outcome" note={`${sayDoText(sums)}${closedBy ? ` · closed by ${closedBy}` : ''}`}>
      {reopenUntil !== null && may(actor, 'milestone.close') && (
        <div className="flex items-center gap-2 text-ink-2 print:hidden">
          <Button size="sm" onClick={() => void reopen(client, group, milestone)}>
            Reopen <bdi>{milestone.title}</bdi>
          </Button>
          Possible for a day after the closing.
        </div>
      )}
      {items.length === 0 ? (
        <p className="text-ink-3">{notShown > 0 ? `${notShown} not shown` : 'Nothing was assigned.'}</p>
      ) : (
        <table
          aria-label={`Outcome of ${milestone.title}`}
          className="w-full border-collapse text-left max-sm:block"
        >
          <thead className="text-xs text-ink-2 max-sm:sr-only">
            <tr>
              {['Issue', 'DRI', 'Weight', 'Outcome', 'Went to', 'Reason'].map((head) => (
                <th key={head} scope="col" className="border-b border-line px-2 py-1 font-medium">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="max-sm:block">
            {items.map((row) => (
              <Line key={row.ref} group={group} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {items.length > 0 && notShown > 0 && <p className="text-xs text-ink-3">{notShown} not shown</p>}
    </Section>
  )
}

const CELL = 'border-b border-line px-2 py-1.5 align-top max-sm:inline-block max-sm:border-0 max-sm:py-0.5'

function Line({ group, row }: { group: string; row: OutcomeRow }) {
  const { ref, title, dri, weight, outcome, atStart, destination, reason, text, pushBack } = row
  const why = reason === null ? (pushBack ?? '') : reason === 'other' ? text : slipReasonTitle(reason)
  return (
    <tr className="max-sm:block max-sm:border-b max-sm:border-line max-sm:py-1.5">
      <th scope="row" className={`${CELL} font-normal max-sm:block`}>
        <span className="num mr-2 text-xs text-ink-3">#{ref}</span>
        <Link
          href={issueLink(group, ref)}
          prefetch={false}
          className="text-pretty wrap-anywhere hover:underline"
        >
          <bdi>{title}</bdi>
        </Link>
        {!atStart && <span className="ml-2 text-xs text-ink-3">came later</span>}
      </th>
      <td className={CELL}>{dri?.name ?? <span className="text-ink-3">no DRI</span>}</td>
      <td className={`${CELL} num`}>{weight ?? '–'}</td>
      <td className={CELL}>
        <Note tone={TONES[outcome]}>{outcome}</Note>
      </td>
      <td className={CELL}>{destination && (destination.title ?? 'no milestone')}</td>
      <td dir="auto" className={`${CELL} wrap-anywhere`}>
        {why}
      </td>
    </tr>
  )
}

const TONES: Record<OutcomeRow['outcome'], 'good' | 'warn' | 'calm'> = {
  completed: 'good',
  slipped: 'warn',
  reprioritised: 'calm',
}
