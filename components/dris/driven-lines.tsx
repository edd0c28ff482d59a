'use client'

import { useActor, useGroup } from '#components/shell/use-group.ts'
import { useFocusKept } from '#components/ui/hooks/use-focus-kept.ts'
import type { DriLoad, DrivenLine } from '#lib/contract/drift.ts'
import { isolated } from '#lib/kit/visible.ts'

import { DrivenRow } from './driven-row.tsx'
import { LoadLine } from './load-line.tsx'

type LinesProps = { group: string; label: string; lines: readonly DrivenLine[] }

export function Lines({ group, label, lines }: LinesProps) {
  const { zone } = useGroup(group)
  const actor = useActor(group)
  const focus = useFocusKept<HTMLUListElement>()
  if (lines.length === 0) return null
  return (
    <ul
      {...focus}
      aria-label={label}
      className="@container/driven overflow-hidden rounded-lg border border-line bg-surface"
    >
      {lines.map((line) => (
        <DrivenRow key={line.subject} group={group} line={line} zone={zone} actor={actor} />
      ))}
    </ul>
  )
}

type ByPersonProps = {
  group: string
  lines: readonly DrivenLine[]
  people: readonly DriLoad[]
  /** Title of the milestone. */
  milestone: string
}

/** By name, with the weight that each drives beside what they can carry; what has no DRI first. */
export function ByPerson({ group, lines, people, milestone }: ByPersonProps) {
  const byDri = Map.groupBy(lines, ({ dri }) => dri?.handle ?? null)
  const free = byDri.get(null) ?? []
  const drivers = [...byDri].flatMap(([, [line]]) => (line?.dri ? [line.dri] : []))
  return (
    <>
      {free.length > 0 && (
        <section className="flex flex-col gap-1.5">
          <h2 className="text-sm font-semibold">Without a DRI</h2>
          <Lines group={group} label="Without a DRI" lines={free} />
        </section>
      )}
      {drivers
        .toSorted((a, b) => a.name.localeCompare(b.name))
        .map(({ handle, name }) => (
          <section key={handle} className="flex flex-col gap-1.5">
            <h2 className="flex flex-wrap items-baseline gap-x-2 text-sm font-semibold">
              <bdi>{name}</bdi>
              <LoadLine load={people.find((one) => one.handle === handle) ?? null} milestone={milestone} />
            </h2>
            <Lines group={group} label={`Driven by ${isolated(name)}`} lines={byDri.get(handle) ?? []} />
          </section>
        ))}
    </>
  )
}
