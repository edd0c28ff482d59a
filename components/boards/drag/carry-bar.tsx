'use client'

import { useEffect } from 'react'

import { announce } from '#components/shell/announcer.tsx'
import { Kbd } from '#components/ui/keys/kbd.tsx'
import { useStore } from '#components/ui/store.ts'

import { useBoardParts } from '#components/boards/view/board-context.ts'
import { dropAnnouncement, movedCards, dropSummary } from './drop-summary.ts'
import { cardOf } from './board-snapshot.ts'

/** While a card is carried by keys: where it is, what dropping it would change, and how to drop it. */
export function CarryBar() {
  const { store, snapshot } = useBoardParts()
  const carry = useStore(store, (state) => (state.carry?.how === 'keys' ? state.carry : null))
  const card = carry && cardOf(snapshot(), carry.ref)
  const cards = card ? movedCards(snapshot(), store.get().selected, card) : []
  const summary =
    carry && card && carry.lane !== null
      ? dropSummary(snapshot(), cards, card, carry.lane, carry.index, carry.section)
      : null
  const announcement = summary && dropAnnouncement(summary)
  const stepped = carry?.stepped ?? false
  useEffect(() => {
    // The pick-up was announced as such; a step may have been made before this bar was fetched.
    if (announcement && stepped) announce(announcement)
  }, [announcement, stepped])
  if (!carry || !summary) return null
  return (
    <div
      aria-hidden="true"
      className="fixed bottom-4 left-1/2 z-30 flex max-w-[92vw] -translate-x-1/2 flex-wrap items-center gap-x-4 gap-y-1 rounded-lg border border-accent bg-surface px-3.5 py-2 shadow-float no-print"
    >
      <span>
        Carrying <b className="num font-semibold">#{carry.ref}</b>: {summary.lane}
        {summary.place && <span className="num text-ink-2">, {summary.place}</span>}
        {summary.count && <span className="num text-ink-2">, {summary.count}</span>}
      </span>
      {summary.refusal && <span className="text-bad">{summary.refusal}</span>}
      {!summary.refusal && summary.on.length > 0 && (
        <span className="text-ink-2">→ {summary.on.join(', ')}</span>
      )}
      {!summary.refusal &&
        summary.entered.map((fact) => (
          <span key={fact} className="text-ink-2">
            {fact}
          </span>
        ))}
      {!summary.refusal &&
        [...summary.stays, ...summary.warnings].map((warning) => (
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
