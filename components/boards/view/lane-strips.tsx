'use client'

import { memo, useRef } from 'react'

import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { useStore } from '#components/ui/store.ts'
import { CLOSED } from '#lib/domain/boards.ts'
import { stateOf } from '#lib/domain/labels.ts'
import { stateTitle } from '#lib/domain/workflow.ts'

import type { Lane } from './arrange.ts'
import { useBoardParts } from './board-context.ts'
import { toggleLane } from './board-store.ts'
import { figure } from './capacity.ts'
import type { LaneLook } from './column-rows.tsx'
import { labelsOf } from '#components/lookups/card-names.ts'
import { useStripDrop } from '#components/boards/drag/use-strip-drop.ts'

type Props = { lanes: readonly Lane[]; look: LaneLook }

const StripCards = lazily(async () => (await import('./strip-cards.tsx')).StripCards, { isAskedFor: true })

/** Nothing vanishes: what fits no column, and what is closed, lies below and takes cards too. */
export function LaneStrips({ lanes, look }: Props) {
  return (
    <div
      data-below-messages
      className="flex flex-none flex-wrap gap-3 px-5 pb-4 max-sm:gap-2 max-sm:px-3 max-sm:pb-3"
    >
      {lanes.map((lane) => (
        <LaneStrip key={lane.id} lane={lane} look={look} />
      ))}
    </div>
  )
}

const LaneStrip = memo(function LaneStrip({ lane, look }: { lane: Lane; look: LaneLook }) {
  const { store } = useBoardParts()
  const strip = useRef<HTMLElement>(null)
  useStripDrop(strip, lane.id)
  const open = useStore(store, ({ opened }) => opened.includes(lane.id))
  const target = useStore(store, ({ carry }) => carry?.lane === lane.id)
  const closed = lane.id === CLOSED
  return (
    <section
      ref={strip}
      aria-label={lane.title}
      className={cx(
        'min-w-64 flex-1 rounded-lg max-sm:min-w-0 border border-dashed text-xs text-ink-2',
        open && 'flex-[1_1_100%]',
        target ? 'border-accent bg-accent-soft' : 'border-line-strong',
      )}
    >
      <h2 className="text-xs">
        <button
          type="button"
          aria-expanded={open}
          onClick={() => toggleLane(store, lane.id)}
          className="flex min-h-9 w-full items-center gap-2 rounded-lg px-2.5 pointer-coarse:min-h-11 text-left font-normal hover:text-ink"
        >
          <Icon name="chevron" className={cx('size-3.5 transition-transform', !open && '-rotate-90')} />
          <span dir="auto" className="flex-none font-semibold text-ink">
            {lane.title}
          </span>
          <span className="num min-w-0 truncate max-sm:hidden">
            {closed ? closedText(lane) : outsideText(lane, look)}
          </span>
          <span className="num sm:hidden">{lane.shown.count}</span>
        </button>
      </h2>
      {open && <StripCards lane={lane} look={look} />}
    </section>
  )
})

function closedText({ shown }: Lane): string {
  return shown.count === 0 ? 'nothing yet' : `${shown.count} · weight ${figure(shown.weight)}`
}

/** “2 issues in verification, 1 without a workflow label”. */
function outsideText({ cards }: Lane, { setting }: LaneLook): string {
  if (cards.length === 0) return 'nothing'
  const byState = Map.groupBy(cards, (card) => stateOf(labelsOf(card, setting.names)))
  return [...byState]
    .map(
      ([state, { length }]) => `${length} ${state ? `in ${stateTitle(state)}` : 'without a workflow label'}`,
    )
    .join(', ')
}
