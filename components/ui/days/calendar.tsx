'use client'

import { Popover } from '@base-ui/react/popover'
import { useCallback, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'

import { addDays, isPlainDate, monthOf, weekday } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { Button } from '#components/ui/button.tsx'
import { monthInFull } from '#lib/kit/day-text.ts'
import { dayInFull, monthsAway, WEEKDAYS, weeksOf } from './calendar-days.ts'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { useAwaitedFocus } from '#components/ui/popups/awaited-focus.ts'

// A table whose cells are gone through with arrows, which no tag of HTML says.
const GRID = { role: 'grid' }

type Props = {
  anchor: HTMLElement
  /** Says for what a day is chosen. */
  label: string
  value: string
  today: PlainDate
  onChoose: (day: PlainDate) => void
  onClose: () => void
}

/** A month at a time beside the field that it fills; arrows go through its days, Page Up and Down through months. */
export function Calendar({ anchor, label, value, today, onChoose, onClose }: Props) {
  const [active, setActive] = useState(isPlainDate(value) ? value : today)
  const popup = useAwaitedFocus(onClose)
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal container={anchor.closest<HTMLElement>('[role="dialog"], main') ?? document.body}>
        <Popover.Positioner
          anchor={anchor}
          align="start"
          sideOffset={4}
          positionMethod="fixed"
          className="z-50 outline-none"
        >
          <Popover.Popup
            ref={popup}
            aria-label={label}
            finalFocus={false}
            className="rounded-lg border border-line-strong bg-surface p-2 text-sm shadow-float outline-none"
          >
            <Head active={active} today={today} onGo={setActive} />
            <Days value={value} active={active} today={today} onGo={setActive} onChoose={onChoose} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

type HeadProps = { active: PlainDate; today: PlainDate; onGo: (day: PlainDate) => void }

function Head({ active, today, onGo }: HeadProps) {
  return (
    <div className="flex items-center gap-1 pb-1">
      <p aria-live="polite" className="num flex-1 px-1.5 font-semibold">
        {monthInFull(active)}
      </p>
      {monthOf(active) !== monthOf(today) && (
        <Button size="sm" kind="quiet" onClick={() => onGo(today)}>
          Today
        </Button>
      )}
      {([-1, 1] as const).map((by) => (
        <Button
          key={by}
          size="icon-sm"
          kind="quiet"
          aria-label={by < 0 ? 'Previous month' : 'Next month'}
          onClick={() => onGo(monthsAway(active, by))}
        >
          <Icon name="right" className={cx('size-3.5', by < 0 && 'rotate-180')} />
        </Button>
      ))}
    </div>
  )
}

type DaysProps = HeadProps & { value: string; onChoose: (day: PlainDate) => void }

function Days({ value, active, today, onGo, onChoose }: DaysProps) {
  // the buttons above keep the focus that a press gave them
  const byKeys = useRef(true)
  const follow = useCallback((button: HTMLButtonElement | null) => {
    if (!button || !byKeys.current) return
    byKeys.current = false
    button.focus()
  }, [])
  const onKey = (event: KeyboardEvent) => {
    const to = dayAfter(event.key, active)
    if (to === null) return
    event.preventDefault()
    byKeys.current = true
    onGo(to)
  }
  return (
    <table {...GRID} aria-label="Days" className="num">
      <thead>
        <tr>
          {WEEKDAYS.map((name) => (
            <th
              key={name}
              scope="col"
              abbr={name}
              className="pb-1 text-center text-2xs font-medium text-ink-3"
            >
              {name.slice(0, 2)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(active).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <td key={day} aria-selected={day === value} className="p-0">
                <button
                  type="button"
                  ref={day === active ? follow : undefined}
                  tabIndex={day === active ? 0 : -1}
                  aria-label={dayInFull(day)}
                  aria-current={day === today ? 'date' : undefined}
                  onKeyDown={onKey}
                  onClick={() => onChoose(day)}
                  className={cx(
                    'grid size-8 place-items-center rounded-sm pointer-coarse:size-11',
                    day === value ? 'bg-accent font-semibold text-on-accent' : 'hover:bg-hover',
                    day !== value && day !== today && monthOf(day) !== monthOf(active) && 'text-ink-3',
                    day === today &&
                      day !== value &&
                      'font-semibold text-accent underline underline-offset-4',
                  )}
                >
                  {Number(day.slice(8))}
                </button>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function dayAfter(key: string, day: PlainDate): PlainDate | null {
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -7,
    ArrowDown: 7,
    Home: 1 - weekday(day),
    End: 7 - weekday(day),
  }
  const step = steps[key]
  if (step !== undefined) return addDays(day, step)
  return key === 'PageUp' ? monthsAway(day, -1) : key === 'PageDown' ? monthsAway(day, 1) : null
}
