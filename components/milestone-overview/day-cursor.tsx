'use client'

import { useRef } from 'react'
import type { PointerEvent } from 'react'

import type { OverviewBurnUp } from '#lib/contract/milestone-overview.ts'

import { BOX } from './burn-up-scale.ts'
import { daySummary } from './overview-text.ts'
import type { Measure } from './overview-text.ts'

type Props = {
  day: OverviewBurnUp['days'][number]
  at: number
  /** Days that are known, of all that are drawn. */
  count: number
  of: number
  measure: Measure
  onAt: (at: number) => void
}

/** Lies over the plot: a slider for the keys, and for the pointer the day that it is at. */
export function DayCursor({ day, at, count, of, measure, onAt }: Props) {
  // A pointer names the day by where it is in the plot, which the slider knows nothing of.
  const byPointer = useRef(false)
  const look = ({ clientX, currentTarget }: PointerEvent<HTMLElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect()
    const place = Math.floor(((clientX - left) / width) * of)
    onAt(Math.max(0, Math.min(place, count - 1)))
  }
  return (
    <input
      type="range"
      aria-label="Day"
      aria-valuetext={daySummary(day, measure)}
      min={1}
      max={count}
      value={at + 1}
      onKeyDown={() => (byPointer.current = false)}
      onPointerMove={look}
      onPointerDown={(event) => {
        byPointer.current = true
        look(event)
      }}
      onChange={({ target }) => byPointer.current || onAt(Number(target.value) - 1)}
      style={{
        left: percent(BOX.left, BOX.width),
        width: percent(BOX.right - BOX.left, BOX.width),
        top: percent(BOX.top, BOX.height),
        height: percent(BOX.bottom - BOX.top, BOX.height),
      }}
      className="absolute cursor-crosshair appearance-none rounded-xs bg-transparent no-print [&::-moz-range-thumb]:invisible [&::-webkit-slider-thumb]:invisible"
    />
  )
}

const percent = (value: number, of: number) => `${(value / of) * 100}%`
