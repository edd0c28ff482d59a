'use client'

import { useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'

import { cx } from '#components/ui/cx.ts'

/** A part of a chart that opens what it is made of. Places are percent of the width, and pixels from the top. */
export type Point = {
  id: string
  /** Its values, for people who hear them; also its tip. */
  label: string
  /** Its place among the others: columns from left to right, rows from top to bottom. */
  column: number
  row: number
  left: number
  width: number
  top: number
  height: number
  href: string
  /** Of a mark that is smaller than a finger: as wide and as high as this, in pixels, around `left` and `top`. */
  mark?: number
  /** It lies over another part, which stays in reach beside it. */
  isOver?: boolean
}

type Props = {
  label: string
  points: readonly Point[]
  /** Where the keys begin: the one of these that was not left yet. */
  first: string
  onOpen: (id: string) => void
}

/**
 * Lies over a drawing, which is a picture to the keys and to people who hear it: each part is a link of its own. Tab comes
 * to one of them, arrows go between them, Enter opens.
 */
export function Points({ label, points, first, onOpen }: Props) {
  const [at, setAt] = useState(first)
  const current = points.some(({ id }) => id === at)
    ? at
    : (points.find(({ id }) => id === first) ?? points[0])?.id
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const from = points.find(({ id }) => id === current)
    const to = from && nextPoint(points, from, event.key)
    if (!to || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    setAt(to.id)
    event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-point="${to.id}"]`)?.focus()
  }
  const open = (event: MouseEvent, id: string) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    onOpen(id)
  }
  return (
    <fieldset aria-label={label} className="absolute inset-0 no-print">
      {points.map(({ id, label: text, href, isOver, mark, left, width, top, height }) => (
        <a
          key={id}
          data-point={id}
          href={href}
          tabIndex={id === current ? 0 : -1}
          aria-label={text}
          data-tip={text}
          onFocus={() => setAt(id)}
          onKeyDown={onKeyDown}
          onClick={(event) => open(event, id)}
          style={
            mark === undefined
              ? { left: `${left}%`, width: `${width}%`, top, height }
              : { left: `calc(${left}% - ${mark / 2}px)`, width: mark, top: top - mark / 2, height: mark }
          }
          className={cx(
            'absolute scroll-mx-10 rounded-xs hover:bg-ink/8 focus-visible:z-10',
            isOver && 'z-[1]',
          )}
        />
      ))}
    </fieldset>
  )
}

/** Left and right keep the row where the next column has it, and come as near as they can where it has not. */
export function nextPoint<P extends Pick<Point, 'column' | 'row'>>(
  points: readonly P[],
  from: P,
  key: string,
): P | null {
  const columns = [...new Set(points.map(({ column }) => column))].toSorted((a, b) => a - b)
  const own = points.filter(({ column }) => column === from.column).toSorted((a, b) => a.row - b.row)
  const place = own.indexOf(from)
  if (key === 'ArrowUp') return own[place - 1] ?? null
  if (key === 'ArrowDown') return own[place + 1] ?? null
  const to = {
    ArrowLeft: columns[columns.indexOf(from.column) - 1],
    ArrowRight: columns[columns.indexOf(from.column) + 1],
    Home: columns[0],
    End: columns.at(-1),
  }[key]
  if (to === undefined) return null
  const there = points.filter(({ column }) => column === to)
  return there.toSorted((a, b) => Math.abs(a.row - from.row) - Math.abs(b.row - from.row))[0] ?? null
}
