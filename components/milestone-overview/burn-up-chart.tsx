'use client'

import { useLayoutEffect, useRef } from 'react'

import { Grid } from '#components/charts/grid.tsx'
import { spread } from '#components/charts/labels.ts'
import { figure } from '#lib/domain/capacity/text.ts'
import { dayMonth } from '#components/ui/days/days.ts'
import type { OverviewBurnUp } from '#lib/contract/milestone-overview.ts'
import type { Fan } from '#lib/contract/forecast.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { BOX, endOf, isOff, noonOf, scaleOf, stepPath, weekMarks } from './burn-up-scale.ts'
import type { Scale } from './burn-up-scale.ts'
import { DayCursor } from './day-cursor.tsx'
import { fanLabels, FanMarks } from './fan.tsx'
import { JumpMark } from './jump-mark.tsx'
import { chartSummary } from './overview-text.ts'
import type { Measure } from './overview-text.ts'

type Props = {
  span: { startOn: PlainDate; dueOn: PlainDate }
  burnUp: OverviewBurnUp
  daysOff: ReadonlySet<PlainDate>
  /** What is likely from here on; null without a forecast. */
  fan: Fan | null
  measure: Measure
  isOver: boolean
  /** The day that is looked at, by its place. */
  at: number
  onAt: (at: number) => void
}

/** Scope and done as steps, the promise as a line that never moves; the day under the pointer is looked at. */
export function BurnUpChart({ span, burnUp, daysOff, fan, measure, isOver, at, onAt }: Props) {
  const scale = scaleOf(span, burnUp, measure)
  const { days } = burnUp
  const last = days.at(-1)
  const scroller = useScrolledTo(scale.x(endOf(days.length, isOver)))
  const day = days[at]
  return (
    <div ref={scroller} className="scroll-calm overflow-x-auto print:overflow-visible">
      <div className="relative max-sm:w-[776px]">
        <svg
          viewBox={`0 0 ${BOX.width} ${BOX.height}`}
          role="img"
          aria-label={chartSummary(burnUp, measure, fan)}
          className="num block w-full text-xs"
        >
          <Ground scale={scale} daysOff={daysOff} />
          {fan && <FanMarks fan={fan} scale={scale} known={days.length} />}
          <Lines burnUp={burnUp} scale={scale} measure={measure} isOver={isOver} />
          {last && <Cursor x={scale.x(noonOf(at))} />}
          {last && !isOver && <Today x={scale.x(endOf(days.length, isOver))} />}
          <JumpMark burnUp={burnUp} scale={scale} measure={measure} isOver={isOver} />
          <Labels burnUp={burnUp} fan={fan} scale={scale} measure={measure} isOver={isOver} />
        </svg>
        {day && (
          <DayCursor
            day={day}
            at={at}
            count={days.length}
            of={scale.days.length}
            measure={measure}
            onAt={onAt}
          />
        )}
      </div>
    </div>
  )
}

/** A phone shows a part of the milestone: the one that is now. */
function useScrolledTo(x: number) {
  const scroller = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const frame = scroller.current
    if (frame) frame.scrollLeft = (x / BOX.width) * frame.scrollWidth - frame.clientWidth * 0.6
  }, [x])
  return scroller
}

function Ground({ scale, daysOff }: { scale: Scale; daysOff: ReadonlySet<PlainDate> }) {
  const { days, x, y, ticks } = scale
  const end = days.at(-1)
  return (
    <g>
      {days.map(
        (day, at) =>
          isOff(day, daysOff) && (
            <rect
              key={day}
              x={x(at)}
              y={BOX.top}
              width={x(at + 1) - x(at)}
              height={BOX.bottom - BOX.top}
              shapeRendering="crispEdges"
              className="fill-sunken print:fill-[#eee] print:[print-color-adjust:exact]"
            />
          ),
      )}
      <Grid y={y} ticks={ticks} from={BOX.left} to={BOX.right} figures={BOX.left - 10} />
      {weekMarks(days).map((at) => (
        <text key={at} x={x(at)} y={BOX.bottom + 18} className="fill-ink-3">
          {dayMonth(days[at] ?? '')}
        </text>
      ))}
      {end && (
        <text x={BOX.right} y={BOX.bottom + 18} textAnchor="end" className="fill-ink-3">
          {dayMonth(end)}
        </text>
      )}
    </g>
  )
}

type LinesProps = { burnUp: OverviewBurnUp; scale: Scale; measure: Measure; isOver: boolean }

/** On paper the lines are black, and told apart by how they are drawn. */
function Lines({ burnUp: { promise, days }, scale, measure, isOver }: LinesProps) {
  const { x, y } = scale
  const end = x(endOf(days.length, isOver))
  const scope = days.at(-1)?.scope[measure] ?? promise[measure]
  const done = days.at(-1)?.done[measure] ?? 0
  return (
    <g className="fill-none">
      <path
        d={`M${BOX.left} ${y(promise[measure])}H${BOX.right}`}
        strokeWidth={1.6}
        strokeDasharray="4 3"
        className="stroke-accent print:stroke-black"
      />
      <circle cx={BOX.left} cy={y(promise[measure])} r={3} className="fill-accent print:fill-black" />
      <path
        d={stepPath(
          scale,
          promise[measure],
          days.map((one) => one.scope[measure]),
          { isOver },
        )}
        strokeWidth={1.6}
        className="stroke-ink-2 print:stroke-black"
      />
      {!isOver && (
        <path
          d={`M${end} ${y(scope)}H${BOX.right}`}
          strokeWidth={1.6}
          strokeDasharray="1 4"
          strokeLinecap="round"
          className="stroke-ink-2 print:stroke-black"
        />
      )}
      <path
        d={stepPath(
          scale,
          0,
          days.map((one) => one.done[measure]),
          { isOver },
        )}
        strokeWidth={2.6}
        strokeLinejoin="round"
        className="stroke-good print:stroke-black"
      />
      {days.length > 0 && (
        <circle
          cx={end}
          cy={y(done)}
          r={4}
          strokeWidth={1.5}
          className="fill-good stroke-surface print:fill-black"
        />
      )}
    </g>
  )
}

const Cursor = ({ x }: { x: number }) => (
  <path d={`M${x} ${BOX.top}V${BOX.bottom}`} strokeDasharray="2 2" className="stroke-ink-3 no-print" />
)

const Today = ({ x }: { x: number }) => (
  <g>
    <path d={`M${x} ${BOX.top - 2}V${BOX.bottom}`} className="stroke-ink" />
    <text x={x + 7} y={BOX.top + 8} className="fill-ink font-semibold">
      today
    </text>
  </g>
)

/** Each line says at its end what it is. */
function Labels({
  burnUp: { promise, days },
  fan,
  scale,
  measure,
  isOver,
}: LinesProps & { fan: Fan | null }) {
  const { x, y } = scale
  const last = days.at(-1)
  const scope = last?.scope[measure] ?? promise[measure]
  const done = last?.done[measure] ?? 0
  const atEnd = [
    { y: y(scope), text: `${figure(scope)} scope`, tone: 'fill-ink' },
    {
      y: y(promise[measure]),
      text: `${figure(promise[measure])} promise`,
      tone: 'fill-accent print:fill-black',
    },
    ...(fan ? fanLabels(fan, scale) : []),
    ...(isOver ? [{ y: y(done), text: `${figure(done)} done`, tone: 'fill-good print:fill-black' }] : []),
  ]
  const now = x(endOf(days.length, isOver))
  const isLate = now > BOX.right - 70
  return (
    <g className="font-semibold">
      {spread(atEnd).map((label) => (
        <text key={label.text} x={BOX.right + 9} y={label.y + 4} className={label.tone}>
          {label.text}
        </text>
      ))}
      {last && !isOver && (
        <text
          {...(isLate ? { x: now - 9, textAnchor: 'end' as const } : { x: now + 9 })}
          y={Math.min(y(done) + 16, BOX.bottom - 6)}
          className="fill-good print:fill-black"
        >
          {figure(done)} done
        </text>
      )}
    </g>
  )
}
