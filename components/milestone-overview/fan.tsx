import type { Fan } from '#lib/contract/forecast.ts'

import { BOX, endOf } from './burn-up-scale.ts'
import type { Scale } from './burn-up-scale.ts'

type Props = { fan: Fan; scale: Scale; known: number }
type Point = { x: number; likely: number; low: number; high: number }

/** From what is done now to what is likely: a dashed line, and round it the band that holds 85 % of the runs. */
export function FanMarks({ fan, scale, known }: Props) {
  const { x, y, days } = scale
  const now = { x: x(endOf(known, false)), likely: fan.done, low: fan.done, high: fan.done }
  const points: Point[] = [now, ...fan.days.map((one) => ({ ...one, x: x(days.indexOf(one.day) + 1) }))]
  const along = (of: 'likely' | 'low' | 'high', list: readonly Point[]) =>
    list.map((one) => `${tenth(one.x)} ${tenth(y(one[of]))}`).join('L')
  return (
    <g>
      <path
        d={`M${along('high', points)}L${along('low', points.toReversed())}Z`}
        className="fill-good/12 print:fill-[#ddd] print:[print-color-adjust:exact]"
      />
      <path
        d={`M${along('likely', points)}`}
        strokeWidth={1.8}
        strokeDasharray="2 3"
        className="fill-none stroke-good print:stroke-black"
      />
    </g>
  )
}

/** What stands at the end of the fan. */
export function fanLabels({ likely, low, high }: Fan, { y }: Scale) {
  const range = { y: y(low), text: `${low} to ${high}`, tone: 'fill-ink-2 font-normal' }
  return [
    { y: y(likely), text: `${likely} likely`, tone: 'fill-good print:fill-black' },
    ...(low === high ? [] : [{ ...range, y: Math.min(y(likely) + 1, BOX.bottom) }]),
  ]
}

const tenth = (value: number): number => Math.round(value * 10) / 10
