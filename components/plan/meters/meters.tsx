import { figure } from '#lib/domain/capacity/text.ts'
import { cx } from '#components/ui/cx.ts'

/** A functional team: the weight that it can carry, and what is picked of it. */
export type Meter = { team: string; name: string; capacity: number; picked: number }

/** What is picked of the capacity of each team. Beyond it the bar runs on, hatched; that warns and refuses nothing. */
export function Meters({ meters }: { meters: readonly Meter[] }) {
  // all bars have one scale, so that teams can be compared; the longest still shows its mark
  const whole = Math.max(1, ...meters.map(({ capacity, picked }) => Math.max(capacity, picked))) * 1.06
  return (
    <ul
      aria-label="Capacity by functional team"
      className="num grid grid-cols-[repeat(auto-fit,minmax(150px,1fr))] overflow-hidden rounded-t-lg max-sm:grid-cols-1 print:grid-cols-3"
    >
      {meters.map(({ team, name, capacity, picked }) => {
        const left = round(capacity - picked)
        return (
          <li
            key={team}
            className="-mt-px -ml-px flex flex-col gap-1 border-t border-l border-line px-3.5 pt-2.5 pb-2 max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:gap-x-3 max-sm:gap-y-0 max-sm:pt-1.5 max-sm:pb-0.5"
          >
            <b className="truncate text-xs font-semibold" dir="auto">
              {name}
            </b>
            <Lane capacity={capacity} picked={picked} whole={whole} />
            <p className="flex justify-between gap-2 text-xs text-ink-2 max-sm:row-start-1 max-sm:col-start-2">
              <span>
                <b className="font-semibold text-ink">{figure(picked)}</b> of {figure(capacity)} picked
              </span>
              <span className={cx(left < 0 && 'font-medium text-warn')}>{leftText(left)}</span>
            </p>
          </li>
        )
      })}
    </ul>
  )
}

const round = (value: number) => Math.round(value * 100) / 100

/** “2 left”, “1.5 over”. */
export const leftText = (left: number): string =>
  left < 0 ? `${figure(-left)} over` : left === 0 ? 'none left' : `${figure(left)} left`

function Lane({ capacity, picked, whole }: { capacity: number; picked: number; whole: number }) {
  const part = (value: number) => `${(value / whole) * 100}%`
  return (
    <span aria-hidden="true" className="relative block h-[18px] max-sm:col-span-full">
      <span className="absolute inset-x-0 top-[5px] h-2 overflow-hidden rounded-full bg-line print:border">
        {picked > capacity && (
          <i className="hatch absolute inset-y-0 left-0 bg-warn" style={{ width: part(picked) }} />
        )}
        <i
          className="absolute inset-y-0 left-0 bg-accent [print-color-adjust:exact]"
          style={{ width: part(Math.min(picked, capacity)) }}
        />
      </span>
      <i
        className="absolute inset-y-0 border-l-[1.5px] border-dashed border-ink-2"
        style={{ left: part(capacity) }}
      />
    </span>
  )
}
