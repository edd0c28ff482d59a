'use client'

import { useCallback, useImperativeHandle, useLayoutEffect, useMemo, useRef } from 'react'
import type { Ref, RefObject } from 'react'

import { Icon } from '#components/ui/icon.tsx'

import { useBoardParts } from '#components/boards/view/board-context.ts'
import type { Carry } from '#components/boards/view/board-store.ts'
import { CardFace } from '#components/boards/view/card-face.tsx'
import { cardText } from '#components/boards/view/card-text.ts'
import type { LaneLook } from '#components/boards/view/column-rows.tsx'
import { movedCards, dropSummary } from './drop-summary.ts'
import { cardOf, laneById } from './board-snapshot.ts'
import type { Point } from './use-drag.ts'
import { isWithOthers, selectedCards } from '#components/boards/select/selection.ts'

type Props = {
  carry: Carry
  look: LaneLook
  /** Where the pointer is. */
  at: RefObject<Point | null>
  /** Is told where the pointer goes. */
  ref: Ref<(point: Point) => void>
}

/** The lifted card, and beside it what letting go would change. */
export function Lifted({ carry, look, at, ref }: Props) {
  const drawn = useRef<HTMLDivElement>(null)
  const follow = useCallback((point: Point) => {
    const text = drawn.current?.querySelector<HTMLElement>('[data-words]')
    if (text) placeText(text, point)
  }, [])
  useImperativeHandle(ref, () => follow, [follow])
  // Other words are higher or lower than those before.
  useLayoutEffect(() => {
    if (at.current) follow(at.current)
  })
  return (
    <div ref={drawn} className="contents">
      <Face carry={carry} look={look} />
      {carry.lane !== null && <DropText carry={carry} lane={carry.lane} />}
    </div>
  )
}

const [RIGHT, BELOW, EDGE] = [96, 80, 8]

/** The words step to the other side at the right edge, and stay in the window: without rendering. */
function placeText(text: HTMLElement, { x, y }: Point) {
  const { offsetWidth: width, offsetHeight: height } = text
  const isRight = x + RIGHT + width + EDGE <= innerWidth
  const left = Math.max(EDGE, isRight ? x + RIGHT : Math.min(x - width - 12, innerWidth - width - EDGE))
  const isBelow = y + BELOW + height + EDGE <= innerHeight
  const top = Math.max(EDGE, isBelow ? y + BELOW : Math.min(y - height - 24, innerHeight - height - EDGE))
  text.style.translate = `${left - x - RIGHT}px ${top - y - BELOW}px`
}

function Face({ carry, look }: { carry: Carry; look: LaneLook }) {
  const { snapshot } = useBoardParts()
  const now = snapshot()
  const card = cardOf(now, carry.ref)
  const column = laneById(now, carry.from)?.column ?? null
  const text = useMemo(
    () => card && cardText(card, { ...look.setting, column }),
    [card, look.setting, column],
  )
  if (!text) return null
  return (
    <div className="absolute -top-4 -left-10 flex w-[244px] rotate-[1.2deg] flex-col gap-[7px] rounded-sm border border-line-strong bg-surface px-2.5 pt-[9px] pb-2 shadow-float">
      <Together held={carry.ref} />
      <CardFace text={text} compact={look.density === 'compact'} title={text.card.title} />
    </div>
  )
}

/** How many move along when the lifted card is a selected one. */
function Together({ held }: { held: number }) {
  const { snapshot, store } = useBoardParts()
  const { selected } = store.get()
  if (!isWithOthers(snapshot(), selected, held)) return null
  return (
    <b className="num absolute -top-2.5 -left-2.5 rounded-full bg-accent px-2 py-0.5 text-xs text-on-accent">
      {selectedCards(snapshot(), selected).length} cards
    </b>
  )
}

function DropText({ carry, lane }: { carry: Carry; lane: string }) {
  const { snapshot, store } = useBoardParts()
  const now = snapshot()
  const card = cardOf(now, carry.ref)
  if (!card) return null
  const cards = movedCards(now, store.get().selected, card)
  const { place, count, off, on, entered, facts, warnings, stays, refusal, ...text } = dropSummary(
    now,
    cards,
    card,
    lane,
    carry.index,
    carry.section,
  )
  return (
    <div
      data-words
      className="absolute top-20 left-24 grid w-64 gap-1 rounded-lg border border-line-strong bg-surface px-3 py-2.5 text-xs shadow-float"
    >
      <p>
        <b className="font-semibold">
          {refusal ? 'Cannot move to ' : count ? `Move ${count} to ` : 'Move to '}“{text.lane}”
        </b>
        {!refusal && place && <span className="whitespace-nowrap text-ink-3"> · {place}</span>}
      </p>
      {refusal && (
        <p className="flex gap-1.5 text-bad">
          <Icon name="blocked" className="mt-px size-3.5" />
          {refusal}
        </p>
      )}
      {!refusal && off.length + on.length > 0 && (
        <p className="leading-relaxed">
          {off.length > 0 && <del className="text-ink-3">{off.join(', ')}</del>}
          {off.length > 0 && on.length > 0 && ' '}
          {on.length > 0 && <span className="inline-block">→ {on.join(', ')}</span>}
        </p>
      )}
      {!refusal &&
        [...entered, ...facts].map((fact) => (
          <p key={fact} className="text-pretty text-ink-2">
            {fact}
          </p>
        ))}
      {!refusal &&
        [...stays, ...warnings].map((warning) => (
          <p key={warning} className="text-pretty text-warn">
            {warning}
          </p>
        ))}
    </div>
  )
}
