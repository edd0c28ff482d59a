import Link from 'next/link'

import { Row } from '#components/ui/rows.tsx'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import type { listShapes } from '#lib/contract/boards.ts'
import type { OutputOf } from '#lib/contract/endpoint.ts'
import { whyNotRemoveBoard } from '#lib/domain/board-order.ts'
import { boardLink } from '#lib/kit/links.ts'

export type ListedBoard = OutputOf<typeof listShapes>['items'][number]

type Props = {
  group: string
  board: ListedBoard
  titleOf: (milestone: string) => string
  /** Behind which it comes when it moves; undefined at the end of the list. */
  up: string | null | undefined
  down: string | null | undefined
  reason: string | null
  onPlace: (after: string | null) => void
  onEdit: () => void
  onRemove: () => void
}

export function BoardRow({ group, board, titleOf, up, down, reason, onPlace, onEdit, onRemove }: Props) {
  const { slug, kind, shape } = board
  const stays = whyNotRemoveBoard({ kind, title: shape.title })
  const place = (label: string, after: string | null | undefined, end: string): MenuEntry => ({
    kind: 'act',
    label,
    disabledReason: after === undefined ? end : null,
    act: () => after !== undefined && onPlace(after),
  })
  const entries = (): MenuEntry[] => [
    place('Move up', up, 'Already first.'),
    place('Move down', down, 'Already last.'),
    { kind: 'act', label: 'Remove…', disabledReason: stays?.because ?? null, act: onRemove },
  ]
  return (
    <Row>
      <div className="flex min-w-0 flex-1 flex-col gap-0.5 max-sm:basis-full">
        <p className="font-semibold">
          <Link
            dir="auto"
            href={boardLink(group, slug)}
            prefetch={false}
            className="rounded-xs wrap-anywhere hover:underline"
          >
            {shape.title}
          </Link>
        </p>
        <p className="text-pretty text-ink-2">{filterText(shape, titleOf)}</p>
        <p className="num text-xs text-pretty text-ink-2">
          {shape.columns.length === 0 ? 'No columns' : shape.columns.map(columnText).join(' · ')}
        </p>
      </div>
      {!reason && (
        <Button aria-label={`Edit ${shape.title}`} onClick={onEdit}>
          Edit
        </Button>
      )}
      {!reason && (
        <MenuButton
          kind="quiet"
          size="icon"
          menuLabel={shape.title}
          aria-label={`Move or remove ${shape.title}`}
          entries={entries}
        >
          <Icon name="more" />
        </MenuButton>
      )}
    </Row>
  )
}

const RULES = { current: 'The current milestone', next: 'The next milestone', any: 'Every milestone' }

/** “The current milestone, with group::custom models and Deliverable”. */
function filterText({ milestone, labels }: ListedBoard['shape'], titleOf: (slug: string) => string): string {
  const which = milestone.rule === 'fixed' ? titleOf(milestone.slug) : RULES[milestone.rule]
  return labels.length === 0 ? which : `${which}, with ${labels.join(' and ')}`
}

/** “workflow::in dev (at most 5, weight 8)”. */
function columnText({ label, wipCount, wipWeight }: ListedBoard['shape']['columns'][number]): string {
  const limits = [wipCount === null ? '' : `${wipCount}`, wipWeight === null ? '' : `weight ${wipWeight}`]
  const limitList = limits.filter(Boolean).join(', ')
  return limitList ? `${label} (at most ${limitList})` : label
}
