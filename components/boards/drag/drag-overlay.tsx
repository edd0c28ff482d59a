'use client'

import { useMemo } from 'react'

import { Icon } from '#components/ui/icon.tsx'

import { useBoardParts } from '#components/boards/view/board-context.ts'
import type { Carry } from '#components/boards/view/board-store.ts'
import { CardFace } from '#components/boards/view/card-face.tsx'
import { cardWords } from '#components/boards/view/card-text.ts'
import type { LaneLook } from '#components/boards/view/column-rows.tsx'
import { carriedCards, dropWords } from './drop-summary.ts'
import { cardOf, laneById } from './board-snapshot.ts'
import { isWithOthers, selectedCards } from '#components/boards/select/selection.ts'

/** The lifted card, and beside it what letting go would change. */
export function Lifted({ carry, look }: { carry: Carry; look: LaneLook }) {
  return (
    <>
      <Face carry={carry} look={look} />
      {carry.lane !== null && <Words carry={carry} lane={carry.lane} />}
    </>
  )
}

function Face({ carry, look }: { carry: Carry; look: LaneLook }) {
  const { scene } = useBoardParts()
  const now = scene()
  const card = cardOf(now, carry.ref)
  const column = laneById(now, carry.from)?.column ?? null
  const words = useMemo(
    () => card && cardWords(card, { ...look.setting, column }),
    [card, look.setting, column],
  )
  if (!words) return null
  return (
    <div className="absolute -top-4 -left-10 flex w-[244px] rotate-[1.2deg] flex-col gap-[7px] rounded-sm border border-line-strong bg-surface px-2.5 pt-[9px] pb-2 shadow-float">
      <Together held={carry.ref} />
      <CardFace words={words} compact={look.density === 'compact'} title={words.card.title} />
    </div>
  )
}

/** How many move along when the lifted card is a selected one. */
function Together({ held }: { held: number }) {
  const { scene, store } = useBoardParts()
  const { selected } = store.get()
  if (!isWithOthers(scene(), selected, held)) return null
  return (
    <b className="num absolute -top-2.5 -left-2.5 rounded-full bg-accent px-2 py-0.5 text-xs text-on-accent">
      {selectedCards(scene(), selected).length} cards
    </b>
  )
}

function Words({ carry, lane }: { carry: Carry; lane: string }) {
  const { scene, store } = useBoardParts()
  const now = scene()
  const card = cardOf(now, carry.ref)
  if (!card) return null
  const cards = carriedCards(now, store.get().selected, card)
  const { place, count, off, on, entered, facts, warnings, stays, refusal, ...words } = dropWords(
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
          {refusal ? 'Cannot move to ' : count ? `Move ${count} to ` : 'Move to '}“{words.lane}”
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
