import type { OverviewBurnUp } from '#lib/contract/milestone-overview.ts'
import { blockOf } from '#components/charts/labels.ts'
import type { Stroke } from '#components/charts/labels.ts'
import { daysBetween, eachDay, type PlainDate, weekday } from '#lib/kit/plain-date.ts'

import type { Measure } from './overview-text.ts'

/** The plot within the drawing, in its units. */
export const BOX = { width: 776, height: 388, left: 40, right: 690, top: 26, bottom: 344 } as const

/** Within a day: its change is drawn at noon, and what is so now a little later. */
const NOON = 0.5
const NOW = 0.85

export type Scale = {
  days: readonly PlainDate[]
  x: (days: number) => number
  y: (value: number) => number
  ticks: readonly number[]
}

/** The whole milestone from left to right; room for the largest value from bottom to top. */
export function scaleOf(
  { startOn, dueOn }: { startOn: PlainDate; dueOn: PlainDate },
  { promise, days }: OverviewBurnUp,
  measure: Measure,
): Scale {
  const all = eachDay(startOn, dueOn)
  const most = Math.max(1, promise[measure], ...days.map(({ scope }) => scope[measure]))
  const step = stepFor(most)
  const top = Math.max(most * 1.12, step)
  const { left, right, bottom } = BOX
  return {
    days: all,
    x: (at) => left + (at / all.length) * (right - left),
    y: (value) => bottom - (value / top) * (bottom - BOX.top),
    ticks: Array.from({ length: Math.floor(top / step) + 1 }, (_, at) => at * step),
  }
}

/** 1, 2, 5, 10, 20 …: the smallest that needs four lines at most. */
function stepFor(most: number): number {
  for (let power = 1; ; power *= 10) {
    const step = [1, 2, 5].map((times) => times * power).find((one) => most / one <= 4)
    if (step !== undefined) return step
  }
}

/** A value that holds from noon of its day to noon of the next, and the last one to where the line ends. */
export function stepPath(
  { x, y }: Scale,
  start: number,
  values: readonly number[],
  { isOver }: { isOver: boolean },
): string {
  const path = values.map((value, at) => `H${round(x(at + NOON))}V${round(y(value))}`)
  return `M${round(x(0))} ${round(y(start))}${path.join('')}H${round(x(endOf(values.length, isOver)))}`
}

/** The same as the pieces that it is drawn of. */
export function stepStrokes(
  { x, y }: Scale,
  start: number,
  values: readonly number[],
  { isOver }: { isOver: boolean },
): Stroke[] {
  const strokes: Stroke[] = []
  let [left, level] = [x(0), y(start)]
  for (const [at, value] of values.entries()) {
    const [right, next] = [x(at + NOON), y(value)]
    strokes.push({ x1: left, y1: level, x2: right, y2: level }, { x1: right, y1: level, x2: right, y2: next })
    ;[left, level] = [right, next]
  }
  return [...strokes, { x1: left, y1: level, x2: x(endOf(values.length, isOver)), y2: level }]
}

/** Where the two lines of words about a jump can stand, by their baselines: the first is the one to take where it is free. */
export function placesOfWords(
  texts: readonly [string, string],
  { x, y }: { x: number; y: number },
  { isUp, isLate }: { isUp: boolean; isLate: boolean },
) {
  const rows = [
    [-9, 15],
    [-24, -9],
    [16, 31],
    [-46, -31],
    [38, 53],
  ] as const
  const [first, ...others] = isUp ? rows : [rows[2], rows[0], rows[1], rows[3], rows[4]]
  const place = (isEnd: boolean) => (offsets: readonly [number, number]) => {
    const at = isEnd ? x - 9 : x + 9
    const baselines = [
      { x: at, y: y + offsets[0], isEnd },
      { x: at, y: y + offsets[1], isEnd },
    ] as const
    const blocks = [blockOf(texts[0], baselines[0]), blockOf(texts[1], baselines[1])]
    return { baselines, blocks }
  }
  // What jumps late has its words at the left, where there is room.
  const [own, other] = [place(isLate), place(!isLate)]
  return [own(first), ...others.map(own), ...[first, ...others].map(other)] as const
}

/** Where the lines end: at the present moment of the last day, or with the day where it is over. */
export const endOf = (count: number, isOver: boolean): number =>
  isOver ? count : Math.max(0, count - 1 + NOW)

/** Where the change of a day is drawn. */
export const noonOf = (at: number): number => at + NOON

const round = (value: number): number => Math.round(value * 10) / 10

/** Weekends and days off of the group. */
export const isOff = (day: PlainDate, daysOff: ReadonlySet<PlainDate>): boolean =>
  weekday(day) > 5 || daysOff.has(day)

/** Every seventh day from the first, and the last one, which stands alone at the end. */
export const weekMarks = (days: readonly PlainDate[]): number[] =>
  days.flatMap((day, at) => (at % 7 === 0 && daysBetween(day, days.at(-1) ?? day) >= 4 ? at : []))
