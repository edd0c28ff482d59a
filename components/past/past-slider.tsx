'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'

import { goToMoment } from '#components/shell/go-to-moment.ts'
import { atNow, lookBack } from '#components/shell/past.ts'
import { useHotkeys } from '#components/shell/hotkeys.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { usePhone } from '#components/ui/hooks/use-phone.ts'
import { useStore } from '#components/ui/store.ts'
import { listDays } from '#lib/contract/events.ts'
import { reading } from '#lib/http/query.ts'
import { addDays, daysBetween } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { dayOf, momentText } from './as-of.ts'
import { PastDayField } from './past-day-field.tsx'
import { dayAfter, placeOf, spanOf } from './slider-days.ts'
import type { ActiveDay } from './slider-days.ts'
import { SLIDER_KEYS } from './slider-keys.ts'
import { Ticks } from './ticks.tsx'
import { usePastTitle } from './use-past-title.ts'

const DAYS = 91
const DAYS_ON_PHONE = 42
const NONE: readonly ActiveDay[] = []

/** The slider takes its keys itself, while it has the focus. */
const LISTED = SLIDER_KEYS.map((line) => ({ ...line, when: () => false, act: () => undefined }))

type Props = { group: string; at: string | null }

/** The days back from now, with a tick for each on which something happened, and a field for what lies farther back. */
export function PastSlider({ group, at }: Props) {
  const { zone, today } = useGroup(group)
  const length = usePhone() ? DAYS_ON_PHONE : DAYS
  // one to come is not there, and lies where now does
  const asked = at === null ? today : dayOf(at, zone)
  const day = asked > today ? today : asked
  const [span, setSpan] = useState(() => spanOf(day, today, length))
  // the slider holds still while it is moved, and follows a day that lies beyond it
  if (day < span.from || day > span.to) setSpan(spanOf(day, today, length))
  const { data, isPlaceholderData } = useQuery({
    ...reading(listDays, { group, ...span }),
    placeholderData: keepPreviousData,
  })
  const active = data?.items ?? NONE
  const isKnown = data !== undefined && !isPlaceholderData
  const first = data?.began ?? span.from
  usePastTitle(at === null ? null : { at, zone })
  const [moving, move] = useState<PlainDate | null>(null)
  const shown = moving ?? day
  // a key may come between the address that says the last day and the page that shows it
  if (moving === day && at === atNow()) move(null)
  const go = (to: PlainDate) => {
    const [from, next] = [atNow(), to >= today ? null : to]
    if (next !== from) goToMoment(next, from === null || next === null ? 'push' : 'replace')
  }
  const slider = useRef<HTMLInputElement>(null)
  const wanted = useStore(lookBack, (state) => state.isWanted)
  useEffect(() => {
    if (!wanted) return
    slider.current?.focus()
    lookBack.set({ isWanted: false })
  }, [wanted])
  useSettled(moving, go)
  useHotkeys('Look back', LISTED)
  const count = active.find((one) => one.day === shown)?.events ?? 0
  const happened = count === 0 ? 'nothing happened' : count === 1 ? '1 change' : `${count} changes`
  return (
    <div className="flex min-w-0 flex-1 items-center gap-3">
      <div className="relative min-w-0 flex-1 sm:max-w-2xl">
        <input
          ref={slider}
          type="range"
          aria-label="Day that the page shows"
          aria-busy={!isKnown}
          aria-valuetext={shown >= today ? 'Now' : `${momentText(shown, zone, today)}, ${happened}`}
          min={0}
          max={daysBetween(span.from, span.to)}
          value={placeOf(shown, span)}
          onChange={(event) => {
            const to = addDays(span.from, Number(event.target.value))
            move(to < first ? first : to)
          }}
          onPointerUp={() => moving !== null && go(moving)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') move(null)
            const to = dayAfter(event.key, {
              day: shown,
              today,
              first,
              span,
              active: isKnown ? active : null,
            })
            if (to === null) return
            event.preventDefault()
            move(to)
          }}
          className="relative z-[1] block h-6 w-full cursor-pointer accent-accent pointer-coarse:h-11"
        />
        <Ticks span={span} active={active} today={today} />
      </div>
      <output className="num w-28 flex-none text-xs text-ink-2 max-xl:hidden">
        {shown >= today ? '' : moving === null ? happened : momentText(moving, zone, today).split(',')[0]}
      </output>
      <PastDayField day={at === null ? '' : day} today={today} first={first} onGo={go} />
    </div>
  )
}

const STILL_MS = 250

/** The page follows as soon as the slider stands still for a moment: a key that is held asks for the last day alone. */
function useSettled(moving: PlainDate | null, go: (day: PlainDate) => void) {
  const latest = useRef(go)
  useEffect(() => {
    latest.current = go
  })
  useEffect(() => {
    if (moving === null) return undefined
    const timer = setTimeout(() => latest.current(moving), STILL_MS)
    return () => clearTimeout(timer)
  }, [moving])
}
