'use client'

import Link from 'next/link'
import { memo, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { CSSProperties } from 'react'

import { withPointer } from '#components/boards/drag/with-pointer.ts'
import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Menu } from '#components/ui/popups/menu.tsx'
import { useStore } from '#components/ui/store.ts'
import type { Card } from '#lib/contract/issues.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import { issueLink } from '#lib/kit/links.ts'

import { useBoardParts } from './board-context.ts'
import { isMovedByKeys } from './board-store.ts'
import { CardFace } from './card-face.tsx'
import { cardText } from './card-text.ts'
import type { CardSetting } from './card-text.ts'

type Props = {
  card: Card
  setting: CardSetting
  actor: Actor
  compact: boolean
  place: number
  of: number
  /** The row of the virtualiser; it measures the card by it. */
  row: number
  measure: (element: HTMLElement | null) => void
  /** Pixels from the top of its column, when that is scrolled away from it. */
  top?: number | undefined
  /** Pixels from the start of a lane that lies across. */
  left?: number
}

/** One issue on a board: can be dragged, carried by keys, peeked at, taken. Renders again only when it changed. */
export const BoardCard = memo(function BoardCard({
  card,
  setting,
  actor,
  compact,
  place,
  of,
  ...rest
}: Props) {
  const { row, measure, top, left } = rest
  const { group, store, take } = useBoardParts()
  const element = useRef<HTMLLIElement>(null)
  const active = useStore(store, (state) => state.active === card.ref)
  const wanted = useStore(store, (state) => state.wanted && state.active === card.ref)
  const movedByKeys = useStore(store, (state) => isMovedByKeys(state, card.ref))
  const menuOpen = useStore(store, (state) => state.menu?.ref === card.ref)
  const selected = useStore(store, (state) => state.selected.has(card.ref))
  const text = useMemo(() => cardText(card, setting), [card, setting])
  const frozen = !may(actor, 'card.move')
  const id = `card-${card.ref}`
  const named = `#${card.ref} ${card.title}`

  useEffect(() => {
    const drawn = element.current
    if (!drawn || frozen) return undefined
    return withPointer(({ draggable, disableNativeDragPreview }) =>
      draggable({
        element: drawn,
        getInitialData: () => ({ card: card.ref, height: drawn.offsetHeight }),
        onGenerateDragPreview: ({ nativeSetDragImage }) => disableNativeDragPreview({ nativeSetDragImage }),
      }),
    )
  }, [card.ref, frozen])

  useEffect(() => {
    if (!wanted) return
    element.current?.focus({ preventScroll: true })
    store.set({ wanted: false })
  }, [wanted, store])

  // drawn anew, in another column or after it was undone, it has the focus again; else the one that takes its place
  useLayoutEffect(() => {
    const drawn = element.current
    return () => {
      if (drawn?.contains(document.activeElement)) store.set({ wanted: true })
    }
  }, [card.ref, store])

  const inner = active ? 0 : -1
  return (
    <li
      ref={(node) => {
        element.current = node
        measure(node)
      }}
      data-index={row}
      data-card={card.ref}
      tabIndex={inner}
      aria-labelledby={`${id}-title ${id}-facts`}
      aria-setsize={of}
      aria-posinset={place + 1}
      style={styleAt(top, left)}
      className={cx(
        'group/card relative flex flex-col rounded-sm border px-2.5 text-sm',
        'outline-offset-1 focus-visible:outline-2 focus-visible:outline-accent',
        compact ? 'gap-[3px] pt-1.5 pb-[5px]' : 'gap-[7px] pt-[9px] pb-2',
        movedByKeys ? 'border-dashed bg-sunken' : 'bg-surface shadow-card',
        movedByKeys || selected ? 'border-accent' : 'border-line hover:border-line-strong',
        selected && !movedByKeys && 'ring-1 ring-accent',
        movedByKeys || card.state === 'closed' ? 'text-ink-2' : 'text-ink',
      )}
    >
      {selected && (
        <span className="absolute top-[9px] -left-1.5 grid size-4 place-items-center rounded-full bg-accent text-on-accent">
          <Icon name="check" className="size-3" />
        </span>
      )}
      <span id={`${id}-facts`} className="sr-only">
        {selected ? `${text.facts}, selected` : text.facts}
      </span>
      <CardFace
        text={text}
        compact={compact}
        title={
          <Link
            dir="auto"
            id={`${id}-title`}
            href={issueLink(group, card.ref)}
            prefetch={false}
            draggable={false}
            tabIndex={inner}
            className="hover:underline"
          >
            {card.title}
          </Link>
        }
        take={
          card.state === 'open' &&
          may(actor, 'issue.take') && (
            <Button
              size="sm"
              tabIndex={inner}
              aria-label={`Assign to me: ${named}`}
              tip="Assign to me"
              className="-my-px shadow-none @max-[289px]:w-6 @max-[289px]:justify-center @max-[289px]:rounded-full @max-[289px]:border-dashed @max-[289px]:border-control @max-[289px]:px-0"
              onClick={() => take(card.ref)}
            >
              <Icon name="take" className="size-3.5 @min-[290px]:hidden" />
              <span className="@max-[289px]:hidden">Assign to me</span>
            </Button>
          )
        }
        menu={
          <button
            type="button"
            aria-label={frozen ? `Look at ${named}` : `Move ${named} to…`}
            aria-haspopup="menu"
            aria-expanded={menuOpen}
            data-tip={frozen ? 'Look at it' : 'Move to…'}
            tabIndex={inner}
            onPointerEnter={Menu.ahead}
            onClick={(event) =>
              store.set({ menu: menuOpen ? null : { ref: card.ref, anchor: event.currentTarget } })
            }
            className={cx(
              'tap absolute top-1 right-1 grid size-6 place-items-center rounded-xs bg-surface text-ink-2 hover:bg-hover hover:text-ink',
              'pointer-fine:opacity-0 group-hover/card:opacity-100 group-focus-within/card:opacity-100 aria-expanded:opacity-100',
            )}
          >
            <Icon name="more" />
          </button>
        }
      />
    </li>
  )
})

function styleAt(top?: number, left?: number): CSSProperties | undefined {
  if (left !== undefined) return { position: 'absolute', left, width: 240, height: '100%' }
  return top === undefined ? undefined : { position: 'absolute', top, left: 0, right: 0 }
}
