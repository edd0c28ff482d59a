'use client'

import { useState } from 'react'

import { RaiseRow } from '#components/hands/raise-row.tsx'
import { useGroup } from '#components/shell/use-group.ts'
import type { WeekOfUpdates } from '#lib/contract/updates.ts'

import type { Desk } from './desk.ts'
import { NothingToUpdate } from './nothing-to-update.tsx'
import { UpdateCard } from './update-card.tsx'

type Props = { group: string; week: WeekOfUpdates; desk: Desk; waiting: ReadonlySet<string>; isAway: boolean }

/** One card for each subject that the reader drives, in the order in which the page came: none moves while one writes. */
export function Mine({ group, week, desk, waiting, isAway }: Props) {
  const { zone, today } = useGroup(group)
  const mine = useStillOrder(week.mine)
  if (mine.length === 0) return <NothingToUpdate group={group} />
  return (
    <div className="flex min-w-0 flex-col gap-3.5">
      {isAway && <p className="text-ink-2">You are away all week and owe no update.</p>}
      {mine.map((one) => (
        <UpdateCard
          key={one.subject}
          group={group}
          week={week}
          one={one}
          desk={desk}
          waits={waiting.has(one.subject)}
          zone={zone}
          today={today}
        />
      ))}
      <RaiseRow />
    </div>
  )
}

/** What comes while the page is open stands behind what was there. */
function useStillOrder<T extends { subject: string }>(items: readonly T[]): T[] {
  const [order, setOrder] = useState(() => items.map(({ subject }) => subject))
  const added = items.flatMap(({ subject }) => (order.includes(subject) ? [] : [subject]))
  if (added.length > 0) setOrder([...order, ...added])
  return items.toSorted((one, other) => placeIn(order, one.subject) - placeIn(order, other.subject))
}

const placeIn = (order: readonly string[], subject: string): number => {
  const at = order.indexOf(subject)
  return at < 0 ? order.length : at
}
