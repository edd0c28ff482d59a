'use client'

import type { Lookups } from '#components/lookups/lookups.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { figure } from '#lib/domain/capacity/text.ts'
import { daySpan } from '#components/ui/days/days.ts'
import { Menu } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import type { Plan } from '#lib/contract/plan.ts'
import { whyNotDrive } from '#lib/domain/dri.ts'

type Props = {
  view: Plan
  lookups: Lookups
  issue: number
  anchor: HTMLElement
  /** Whom the plan names now; null where the issue keeps whom it has. */
  chosen: string | null
  onChoose: (person: string | null) => void
  onClose: () => void
}

/** Who shall drive a candidate once it is made, each with what is left of their capacity and when they are away. */
export function DriMenu({ view, lookups, issue, anchor, chosen, onChoose, onClose }: Props) {
  const now = view.candidates.find(({ card }) => card.ref === issue)?.card.dri ?? null
  const hintOf = (person: string) => {
    const room = view.people.find((one) => one.person === person)
    const away = view.away.find((one) => one.person === person)
    return [
      room && (room.left < 0 ? `${figure(-room.left)} over` : `${figure(room.left)} left`),
      away && `away ${daySpan(away.from, away.to)}`,
    ]
      .filter(Boolean)
      .join(' · ')
  }
  const entries = (): MenuEntry[] => [
    { kind: 'heading', label: `DRI of #${issue}` },
    ...lookups.people
      .filter(({ name, roles }) => whyNotDrive({ name, roles }) === null)
      .map(({ handle, name }): MenuEntry => ({
        kind: 'act',
        label: name,
        hint: [handle === now ? 'now' : '', hintOf(handle)].filter(Boolean).join(' · '),
        icon: <Avatar face={{ handle, name }} size="sm" silent />,
        checked: (chosen ?? now) === handle,
        act: () => onChoose(handle === now ? null : handle),
      })),
  ]
  return (
    <Menu
      anchor={anchor}
      label={`DRI of #${issue}`}
      search="Find a person"
      entries={entries}
      onClose={onClose}
    />
  )
}
