'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'

import { Skeleton } from '#components/ui/state.tsx'
import { readCapacity } from '#lib/contract/capacity.ts'
import type { CapacityView } from '#lib/contract/capacity.ts'
import { reading } from '#lib/http/query.ts'
import { capacityLink } from '#lib/kit/links.ts'

import type { Timebox } from './period.ts'

type Props = { group: string; box: Timebox }

/** What time off and holidays take of a milestone by functional team. */
export function MilestoneEffect({ group, box }: Props) {
  const { data: view, error } = useQuery(reading(readCapacity, { group, milestone: box.slug }))
  // it keeps its place: what stands beside it would be half as wide once it comes
  if (!view) return error ? null : <Skeleton className="h-44 w-full" />
  return (
    <section aria-labelledby="effect" className="rounded-lg border border-line bg-surface">
      <div className="flex items-baseline gap-2 border-b border-line px-3.5 py-2.5">
        <h2 id="effect" className="flex-1 text-sm font-semibold">
          Effect on <bdi>{box.title}</bdi>
        </h2>
        <Link
          href={capacityLink(group, box.slug)}
          prefetch={false}
          className="font-medium text-accent underline underline-offset-2"
        >
          Capacity
        </Link>
      </div>
      <table aria-labelledby="effect" className="num w-full">
        <thead className="text-xs text-ink-2">
          <tr>
            <th scope="col" className="py-1.5 pl-3.5 text-left font-normal">
              Functional team
            </th>
            {['Away', 'Holidays', 'Capacity'].map((head) => (
              <th key={head} scope="col" className="py-1.5 pr-3.5 text-right font-normal">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.teams.map(({ team, name, weight }) => (
            <tr key={team} className="[&>*]:border-t [&>*]:border-line [&>*]:py-1.5">
              <th scope="row" className="pl-3.5 text-left font-normal">
                <bdi>{name}</bdi>
              </th>
              <td className="pr-3.5 text-right">{sum(view, team, 'timeOff')}</td>
              <td className="pr-3.5 text-right">{sum(view, team, 'holidays')}</td>
              <td className="pr-3.5 text-right font-semibold">{weight}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const sum = (view: CapacityView, team: string, term: 'timeOff' | 'holidays'): number =>
  Math.round(view.rows.filter((row) => row.team === team).reduce((all, row) => all + row[term], 0) * 100) /
  100
