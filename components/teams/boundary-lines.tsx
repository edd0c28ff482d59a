'use client'

import { useEffect, useState } from 'react'
import type { RefObject } from 'react'

import { cx } from '#components/ui/cx.ts'

import type { Boundary } from './boundary-box.tsx'

type Line = { at: number; path: string; ends: readonly [x: number, y: number][] }
type Props = { map: RefObject<HTMLDivElement | null>; boundaries: readonly Boundary[]; lit: number | null }

/** A curve from each team to what lies beyond its boundary; drawn again when the boxes change their size. */
export function BoundaryLines({ map, boundaries, lit }: Props) {
  const [lines, setLines] = useState<readonly Line[]>([])
  useEffect(() => {
    const element = map.current
    if (!element) return undefined
    const draw = () => setLines(linesIn(element, boundaries))
    draw()
    const watch = new ResizeObserver(draw)
    watch.observe(element)
    return () => watch.disconnect()
  }, [map, boundaries])
  return (
    <svg aria-hidden="true" className="pointer-events-none absolute inset-0 size-full max-lg:hidden">
      {lines.map(({ at, path, ends }) => (
        <g key={at} className={cx(lit === at ? 'stroke-accent' : 'stroke-line-strong')}>
          <path d={path} fill="none" strokeWidth={lit === at ? 2 : 1.4} />
          {ends.map(([x, y]) => (
            <circle
              key={`${x} ${y}`}
              cx={x}
              cy={y}
              r="2.5"
              className={lit === at ? 'fill-accent' : 'fill-line-strong'}
            />
          ))}
        </g>
      ))}
    </svg>
  )
}

function linesIn(map: HTMLElement, boundaries: readonly Boundary[]): Line[] {
  const box = map.getBoundingClientRect()
  const counts = new Map<string, number>()
  return boundaries.flatMap(({ team }, at) => {
    const from =
      team === null ? null : map.querySelector(`[data-team="${CSS.escape(team)}"]`)?.getBoundingClientRect()
    const to = map.querySelector(`[data-boundary="${at}"]`)?.getBoundingClientRect()
    if (!from || !to || team === null || to.left <= from.right) return []
    const nth = counts.get(team) ?? 0
    counts.set(team, nth + 1)
    const siblings = boundaries.filter((one) => one.team === team).length
    const [x1, x2] = [from.right - box.left, to.left - box.left]
    const y1 = from.top - box.top + (from.height * (nth + 1)) / (siblings + 1)
    const y2 = to.top - box.top + to.height / 2
    const bend = (x2 - x1) / 2
    const path = `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`
    return [{ at, path, ends: [[x1, y1] as [number, number], [x2, y2] as [number, number]] }]
  })
}
