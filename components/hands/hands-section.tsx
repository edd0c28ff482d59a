'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'

import { useActor } from '#components/shell/use-group.ts'
import { Rows, Section } from '#components/ui/section.tsx'
import { listHands } from '#lib/contract/hands.ts'
import { reading } from '#lib/http/query.ts'
import { handsLink } from '#lib/kit/links.ts'

import { HandLine } from './hand-line.tsx'
import { usePeopleNames } from './people-names.ts'

/** As many as one reads at the top of a week; all of them are behind the link. */
const MOST = 5

/** Open hands come first: those that wait for help, one’s own and those that one helps. Nothing where none is raised. */
export function HandsSection({ group }: { group: string }) {
  const { handle } = useActor(group)
  const nameOf = usePeopleNames(group)
  const { data } = useQuery(reading(listHands, { group }))
  const hands = (data?.items ?? []).filter(
    ({ by, helper }) => helper === null || helper === handle || by === handle,
  )
  if (hands.length === 0) return null
  const note = (
    <Link href={handsLink(group)} prefetch={false} className="tap text-accent underline underline-offset-2">
      All hands
    </Link>
  )
  return (
    <Section title="Raised hands" count={hands.length} note={note}>
      <Rows label="Raised hands">
        {hands.slice(0, MOST).map((hand) => (
          <HandLine key={hand.id} group={group} hand={hand} nameOf={nameOf} />
        ))}
      </Rows>
    </Section>
  )
}
