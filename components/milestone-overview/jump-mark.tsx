'use client'

import { blockOf, clearest, HALO } from '#components/charts/labels.ts'
import type { Stroke } from '#components/charts/labels.ts'
import { figure } from '#lib/domain/capacity/text.ts'
import type { OverviewBurnUp } from '#lib/contract/milestone-overview.ts'
import { largestJump } from '#lib/domain/scope-jump.ts'

import { BOX, endOf, noonOf, placesOfWords, stepStrokes } from './burn-up-scale.ts'
import type { Scale } from './burn-up-scale.ts'
import { jumpLabel, jumpNote } from './overview-text.ts'
import type { Measure } from './overview-text.ts'

type Props = { burnUp: OverviewBurnUp; scale: Scale; measure: Measure; isOver: boolean }

const PAPER = { left: BOX.left, right: BOX.width, top: 0, bottom: BOX.bottom }

/** The one change of scope that a reader asks about, with the issues behind it, where no line crosses the words. */
export function JumpMark(props: Props) {
  const { burnUp, scale, measure } = props
  const { x, y, days } = scale
  const jump = largestJump(burnUp, measure)
  const at = burnUp.days.findIndex(({ day }) => day === jump?.day)
  const day = burnUp.days[at]
  if (!jump || !day) return null
  const [left, top] = [x(noonOf(at)), y(day.scope[measure])]
  const texts = [jumpLabel(jump), jumpNote(day)] as const
  const places = placesOfWords(
    texts,
    { x: left, y: top },
    { isUp: jump.by > 0, isLate: at > days.length * 0.66 },
  )
  const { baselines } = clearest(places, strokesOf(props), PAPER)
  return (
    <g>
      <circle cx={left} cy={top} r={3.5} strokeWidth={1.6} className="fill-surface stroke-ink-2" />
      {texts.map((text, row) => {
        const { isEnd = false, ...place } = baselines[row] ?? baselines[0]
        return (
          <text
            key={text}
            {...place}
            textAnchor={isEnd ? 'end' : 'start'}
            className={`${row === 0 ? 'fill-ink font-semibold' : 'fill-ink-2'} ${HALO}`}
          >
            {text}
          </text>
        )
      })}
    </g>
  )
}

/** What else is drawn where the words could stand: the three lines, today, and the words beside it. */
function strokesOf({ burnUp: { promise, days }, scale, measure, isOver }: Props): Stroke[] {
  const { x, y } = scale
  const steps = (start: number, values: readonly number[]) => stepStrokes(scale, start, values, { isOver })
  const end = x(endOf(days.length, isOver))
  const last = days.at(-1)
  const done = last?.done[measure] ?? 0
  const across = (text: string, at: number): Stroke => {
    const { left, right } = blockOf(text, { x: end + 9, y: at })
    return { x1: left, y1: at - 4, x2: right, y2: at - 4 }
  }
  return [
    { x1: BOX.left, y1: y(promise[measure]), x2: BOX.right, y2: y(promise[measure]) },
    ...steps(
      promise[measure],
      days.map(({ scope }) => scope[measure]),
    ),
    ...steps(
      0,
      days.map((one) => one.done[measure]),
    ),
    ...(isOver
      ? []
      : [
          { x1: end, y1: BOX.top - 2, x2: end, y2: BOX.bottom },
          { x1: end, y1: y(last?.scope[measure] ?? 0), x2: BOX.right, y2: y(last?.scope[measure] ?? 0) },
          across('today', BOX.top + 8),
          across(`${figure(done)} done`, Math.min(y(done) + 16, BOX.bottom - 6)),
        ]),
  ]
}
