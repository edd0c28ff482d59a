'use client'

import { dayMonth, daySpan } from '#components/ui/days/days.ts'
import { Icon } from '#components/ui/icon.tsx'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import type { BoardView } from '#lib/contract/boards.ts'

type Props = { view: BoardView; onPick: (slug: string | null) => void }

/** The milestone in the title is the button that changes it. */
export function MilestonePicker({ view, onPick }: Props) {
  const title = view.milestone?.title ?? 'every milestone'
  return (
    <MenuButton
      kind="bare"
      size="title"
      menuLabel="Milestone"
      search="Find a milestone"
      aria-label={`${title}, change milestone`}
      className="-my-1 gap-1"
      entries={() => entriesFor(view, onPick)}
    >
      <bdi>{title}</bdi>
      <Icon name="chevron" className="size-4 text-ink-3" />
    </MenuButton>
  )
}

function entriesFor(view: BoardView, onPick: Props['onPick']): MenuEntry[] {
  const entry = ({ slug, title, startOn, dueOn }: BoardView['milestones'][number]): MenuEntry => ({
    kind: 'act',
    label: title,
    hint: hintFor(view, slug, startOn, dueOn),
    checked: slug === view.milestone?.slug,
    // the board's own milestone needs no name in the address, so that the link stays right next month
    act: () => onPick(slug === view.board.milestone ? null : slug),
  })
  const timeboxes = view.milestones.filter(({ shelf }) => shelf === null)
  const shelves = view.milestones.filter(({ shelf }) => shelf !== null)
  return [
    { kind: 'heading', label: 'Milestones' },
    ...timeboxes.map(entry),
    { kind: 'heading', label: 'Shelves' },
    ...shelves.map(entry),
  ]
}

function hintFor(view: BoardView, slug: string, startOn: string | null, dueOn: string | null): string {
  const days = startOn && dueOn ? daySpan(startOn, dueOn) : startOn ? dayMonth(startOn) : ''
  const when = slug === view.current ? 'current' : slug === view.next ? 'next' : ''
  return [days, when].filter(Boolean).join(' · ')
}
