import Link from 'next/link'

import { figure, overText } from '#lib/domain/capacity/text.ts'
import { LoadBar } from '#components/capacity/load-bar.tsx'
import type { Overview } from '#lib/contract/milestone-overview.ts'
import { capacityLink } from '#lib/kit/links.ts'

import { Nothing, Panel } from './panel.tsx'

type Props = {
  group: string
  milestone: string
  capacity: NonNullable<Overview['capacity']>
}

/** Candidates against what the group can carry: the sums of the page of capacity. */
export function Load({ group, milestone, capacity }: Props) {
  const { weight, load, unweighted, teams } = capacity
  const over = overText(load, weight)
  return (
    <Panel
      heading="Load against capacity"
      side={
        <Link
          href={capacityLink(group, milestone)}
          prefetch={false}
          className="tap rounded-xs text-xs font-medium text-accent underline underline-offset-2"
        >
          Capacity
        </Link>
      }
    >
      <p className="num px-3.5 pt-3 pb-2">
        Candidates weigh <b>{figure(load)}</b> of <b>{figure(weight)}</b>
        {over ? <span className="text-warn">, {over}</span> : `, ${figure(weight - load)} left`}
        {unweighted > 0 && ` · ${unweighted} unweighted`}
      </p>
      {teams.length === 0 ? (
        <Nothing>No team has people in these days.</Nothing>
      ) : (
        <ul aria-label="Load by team" className="num pb-2 text-sm">
          {teams.map((one) => (
            <li key={one.team} className="flex min-h-[30px] items-center gap-2.5 px-3.5">
              <bdi className="min-w-0 flex-1 truncate" data-tip={one.name}>
                {one.name}
              </bdi>
              <span className="w-40 flex-none">
                <LoadBar load={one.load} weight={one.weight} />
              </span>
              <span className="w-12 flex-none text-right text-ink-3">of {figure(one.weight)}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
