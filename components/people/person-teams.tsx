import Link from 'next/link'

import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { dayMonthYear } from '#components/ui/days/days.ts'
import { Section } from '#components/ui/section.tsx'
import { listMemberships } from '#lib/contract/memberships.ts'
import type { MembershipFacts } from '#lib/contract/memberships.ts'
import { listTeams } from '#lib/contract/teams.ts'
import { ownershipLink } from '#lib/kit/links.ts'

/** The functional teams that a person gives their time to now or soon; those that they left are folded away. */
export function PersonTeams({ group, person }: { group: string; person: string }) {
  const teams = usePrefetched(listTeams, { group }).items
  const { items, today } = usePrefetched(listMemberships, { group })
  const own = items.filter((one) => one.person === person)
  const [here, gone] = [
    own.filter(({ to }) => to === null || to >= today),
    own.filter(({ to }) => to !== null && to < today),
  ]
  const row = (one: MembershipFacts) => (
    <li key={one.id} className="border-b border-line px-3.5 py-2 last:border-b-0">
      <p className="font-medium">
        <Link href={ownershipLink(group)} prefetch={false} className="hover:underline">
          <bdi>{teams.find(({ slug }) => slug === one.team)?.name ?? one.team}</bdi>
        </Link>
      </p>
      <p className="num text-ink-2">{termsOf(one, today)}</p>
    </li>
  )
  return (
    <Section title="Teams">
      {here.length === 0 && <p className="text-ink-3">In no functional team now.</p>}
      {here.length > 0 && (
        <ul aria-label="Teams" className="rounded-lg border border-line bg-surface">
          {here.map(row)}
        </ul>
      )}
      {gone.length > 0 && (
        <details className="no-print">
          <summary className="cursor-pointer text-xs text-ink-2">Before: {gone.length}</summary>
          <ul aria-label="Teams before" className="mt-1 rounded-lg border border-line bg-surface">
            {gone.map(row)}
          </ul>
        </details>
      )}
    </Section>
  )
}

/** “supporting · 25 % · until 12 Dec 2026”. */
function termsOf({ kind, percent, from, to }: MembershipFacts, today: string): string {
  const begins = from > today ? [`from ${dayMonthYear(from)}`] : []
  const ends = to === null ? [] : [`until ${dayMonthYear(to)}`]
  return [kind, `${percent} %`, ...begins, ...ends].join(' · ')
}
