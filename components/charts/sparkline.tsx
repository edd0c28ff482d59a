import { line } from 'd3-shape'

const [WIDTH, HEIGHT, ROOM] = [88, 20, 2.5]

/** A line as small as a word, for what a sentence beside it says; from zero up, so that a small change looks small. */
export function Sparkline({ values }: { values: readonly number[] }) {
  const most = Math.max(1, ...values)
  const places = values.map((value, at): [number, number] => [
    tenth(ROOM + (at / Math.max(1, values.length - 1)) * (WIDTH - 2 * ROOM)),
    tenth(HEIGHT - ROOM - (value / most) * (HEIGHT - 2 * ROOM)),
  ])
  const last = places.at(-1)
  return (
    <svg width={WIDTH} height={HEIGHT} aria-hidden className="flex-none text-ink-2">
      <path
        d={path(places) ?? ''}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      {last && <circle cx={last[0]} cy={last[1]} r="2.5" className="fill-accent" />}
    </svg>
  )
}

const path = line()
const tenth = (value: number): number => Math.round(value * 10) / 10
