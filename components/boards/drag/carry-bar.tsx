'use client'

import { useEffect } from 'react'

import { announce } from '#components/shell/announcer.tsx'
import { Kbd } from '#components/ui/keys/kbd.tsx'
import { useStore } from '#components/ui/store.ts'

import { useBoardParts } from '#components/boards/view/board-context.ts'
import { dropAnnouncement, carriedCards, dropWords } from './drop-summary.ts'
import { cardOf } from './board-snapshot.ts'

/** While a card is carried by keys: where it is, what dropping it would change, and how to drop it. */
export function CarryBar() {
  const { store, scene } = useBoardParts()
  const carry = useStore(store, (state) => (state.carry?.how === 'keys' ? state.carry : null))
  const card = carry && cardOf(scene(), carry.ref)
  const cards = card ? carriedCards(scene(), store.get().selected, card) : []
  const words =
    carry && card && carry.lane !== null
      ? dropWords(scene(), cards, card, carry.lane, carry.index, carry.section)
      : null
  const announcement = words && dropAnnouncement(words)
  const stepped = carry?.stepped ?? false
  useEffect(() => {
    // The pick-up was announced as such; a step may have been made before this bar was fetched.
    if (announcement && stepped) announce(announcement)
  }, [announcement, stepped])
  if (!carry || !words) return null
  return (
    <div
      aria-hidden="true"
      className="fixed bottom-4 left-1/2 z-30 flex max-w-[92vw] -translate-x-1/2 flex-wrap items-center gap-x-4 gap-y-1 rounded-lg border border-accent bg-surface px-3.5 py-2 shadow-float no-print"
    >
      <span>
        Carrying <b className="num font-semibold">#{carry.ref}</b>: {words.lane}
        {words.place && <span className="num text-ink-2">, {words.place}</span>}
        {words.count && <span className="num text-ink-2">, {words.count}</span>}
      </span>
      {words.refusal && <span className="text-bad">{words.refusal}</span>}
      {!words.refusal && words.on.length > 0 && <span className="text-ink-2">→ {words.on.join(', ')}</span>}
      {!words.refusal &&
        words.entered.map((fact) => (
          <span key={fact} className="text-ink-2">
            {fact}
          </span>
        ))}
      {!words.refusal &&
        [...words.stays, ...words.warnings].map((warning) => (
          <span key={warning} className="text-warn">
            {warning}
          </span>
        ))}
      <span className="flex items-center gap-3 text-ink-2">
        <span className="flex items-center gap-1">
          <Kbd>Enter</Kbd> drops
        </span>
        <span className="flex items-center gap-1">
          <Kbd>Esc</Kbd> leaves it
        </span>
      </span>
    </div>
  )
}
