'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'

import { useActor } from '#components/shell/use-group.ts'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import type { BoardView } from '#lib/contract/boards.ts'
import { may } from '#lib/domain/permissions.ts'
import { placesForExcess } from '#lib/domain/waterline.ts'
import { settingsLink } from '#lib/kit/links.ts'

import { useBoardParts } from '#components/boards/view/board-context.ts'

type Props = { view: BoardView; below: ReadonlySet<number> }

/** Handbook › Planning Board: "the excess is moved to the next milestone or to the Next 1-3 Milestones board". */
export function ExcessButton({ view, below }: Props) {
  const { group } = useBoardParts()
  const client = useQueryClient()
  const router = useRouter()
  const actor = useActor(group)
  const places = placesForExcess(view.milestones, view.milestone)
  if (places.length === 0 || !may(actor, 'planning.order')) return null
  const create: MenuEntry = {
    kind: 'act',
    label: 'Create the next milestone…',
    act: () => router.push(settingsLink(group, 'milestones')),
  }
  const cards = below.size === 1 ? '1 card' : `${below.size} cards`
  return (
    <MenuButton
      size="sm"
      menuLabel={`Move ${cards} below the line`}
      entries={() => [
        { kind: 'heading', label: `Move ${cards} below the line to` },
        ...places.map((place): MenuEntry => ({
          kind: 'act',
          label: place.title,
          act: () =>
            void import('./move-excess.ts').then(({ moveBelow }) =>
              moveBelow(client, { group, actor, view, refs: [...below], to: place }),
            ),
        })),
        ...(places.some(({ shelf }) => shelf === null) ? [] : [{ kind: 'line' as const }, create]),
      ]}
    >
      {cards} below the line…
    </MenuButton>
  )
}
