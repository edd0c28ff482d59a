'use client'

import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'

import type { PlainDate } from '#lib/kit/plain-date.ts'

type Input = {
  /** Whose days the reader enters, in the order of the rows. */
  people: readonly string[]
  days: readonly PlainDate[]
  today: PlainDate
  /** The days that are entered, and of whom: Shift goes on from their ends. */
  chosen: { person: string; from: string; to: string }
  /** Two days in either order, both included. */
  onPick: (person: string, a: PlainDate, b: PlainDate) => void
  onOpen: (person: string, day: PlainDate, cell: HTMLElement) => void
}

export type DayPick = ReturnType<typeof useDayPick>

/** Days of a row, by dragging over them or by Shift with the arrow keys; one cell of the table is in the order of Tab. */
export function useDayPick({ people, days, today, chosen, onPick, onOpen }: Input) {
  const drag = useRef<{ person: string; from: PlainDate } | null>(null)
  const [active, setActive] = useState<{ person: string; day: PlainDate } | null>(null)
  const place = active && people.includes(active.person) && days.includes(active.day) ? active : null
  const first = { person: people[0], day: days.includes(today) ? today : days[0] }
  const here = place ?? first
  useEffect(() => {
    const end = () => (drag.current = null)
    addEventListener('pointerup', end)
    addEventListener('pointercancel', end)
    return () => {
      removeEventListener('pointerup', end)
      removeEventListener('pointercancel', end)
    }
  }, [])
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, person: string, day: PlainDate) => {
    // a press of a bar inside is the bar's own
    if (event.target !== event.currentTarget) return
    const cell = event.currentTarget
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onOpen(person, day, cell)
      return
    }
    const to = nextOf(event.key, { person, day })
    if (!to) return
    event.preventDefault()
    if (event.shiftKey && to.person === person) {
      onPick(person, otherEnd(person, day), to.day)
    }
    setActive(to)
    cell
      .closest('table')
      ?.querySelector<HTMLElement>(`td[data-person="${CSS.escape(to.person)}"][data-day="${to.day}"]`)
      ?.focus()
  }
  const otherEnd = (person: string, day: PlainDate): PlainDate => {
    if (chosen.person !== person) return day
    return chosen.to === day ? chosen.from : chosen.from === day ? chosen.to : day
  }
  const nextOf = (key: string, { person, day }: { person: string; day: PlainDate }) => {
    const [row, at] = [people.indexOf(person), days.indexOf(day)]
    const to = (by: number, along: number) => ({
      person: people[row + along] ?? person,
      day: days[Math.min(days.length - 1, Math.max(0, at + by))] ?? day,
    })
    if (key === 'ArrowLeft') return to(-1, 0)
    if (key === 'ArrowRight') return to(1, 0)
    if (key === 'ArrowUp') return to(0, -1)
    if (key === 'ArrowDown') return to(0, 1)
    if (key === 'Home') return to(-days.length, 0)
    return key === 'End' ? to(days.length, 0) : null
  }
  const cellOf = (person: string, day: PlainDate) => ({
    'data-person': person,
    'data-day': day,
    tabIndex: person === here.person && day === here.day ? 0 : -1,
    onFocus: () => setActive({ person, day }),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => onKeyDown(event, person, day),
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return
      // a finger would keep the cell that it came down on
      const cell = event.currentTarget
      if (cell.hasPointerCapture(event.pointerId)) cell.releasePointerCapture(event.pointerId)
      drag.current = { person, from: day }
      onPick(person, day, day)
    },
    onPointerEnter: () => {
      if (drag.current) onPick(drag.current.person, drag.current.from, day)
    },
  })
  return { cellOf }
}
