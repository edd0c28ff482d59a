import { Fragment } from 'react'
import type { ReactNode } from 'react'

import { figure } from './capacity.ts'
import type { Tally } from './capacity.ts'

type Props = {
  tally: Tally
  /** Candidates are not said yet; a shelf says nothing at all. */
  what: 'promises' | 'candidates' | 'shelf'
}

/** Said, done and left, in words and as one bar: its pale end is what could still be said. */
export function CapacityBar({ tally, what }: Props) {
  const { said, done, capacity, open } = tally
  if (what === 'shelf') {
    return (
      <p className="num text-xs text-ink-2">
        <Figure>{open}</Figure> open · weight <Figure>{figure(said - done)}</Figure>
        {notesOf(tally).map((note) => ` · ${note}`)}
      </p>
    )
  }
  const notes = [
    (done > 0 || what === 'promises') && <Good>{figure(done)} done</Good>,
    leftWords(tally),
    ...notesOf(tally),
  ].filter((note) => note !== false && note !== null)
  return (
    <div className="num flex flex-wrap items-center gap-x-3 gap-y-1.5 text-xs text-ink-2">
      <span>
        {what === 'candidates' ? 'Candidates' : 'Said'} <Figure>{figure(said)}</Figure>
        {capacity !== null && ' of '}
        {capacity !== null && <Figure>{figure(capacity)}</Figure>}
        {capacity !== null && ' capacity'}
      </span>
      <Bar said={said} done={done} capacity={capacity} className="w-60 max-sm:order-last max-sm:w-full" />
      <span>
        {notes.map((note, at) => (
          // the notes have no name of their own, and keep their order
          <Fragment key={at}>
            {at > 0 && ' · '}
            {note}
          </Fragment>
        ))}
      </span>
    </div>
  )
}

function leftWords({ capacity, said }: Tally): ReactNode {
  if (capacity === null) return null
  if (said > capacity)
    return <b className="font-semibold text-warn">{figure(said - capacity)} over capacity</b>
  return (
    <>
      <Figure>{figure(capacity - said)}</Figure> left
    </>
  )
}

const notesOf = ({ blocked, unweighted }: Tally): string[] => [
  ...(blocked > 0 ? [`${blocked} blocked`] : []),
  ...(unweighted > 0 ? [`${unweighted} without a weight`] : []),
]

const Figure = ({ children }: { children: ReactNode }) => <b className="font-semibold text-ink">{children}</b>
const Good = ({ children }: { children: ReactNode }) => (
  <span className="font-medium text-good">{children}</span>
)

/** Done, said, and what is said beyond the capacity. */
export function Bar({
  said,
  done,
  capacity,
  className,
}: Pick<Tally, 'said' | 'done' | 'capacity'> & { className: string }) {
  const whole = Math.max(said, capacity ?? 0)
  const part = (weight: number) => `${whole === 0 ? 0 : (weight / whole) * 100}%`
  return (
    <span
      aria-hidden="true"
      className={`relative h-2 overflow-hidden rounded-xs bg-line print:border ${className}`}
    >
      <i className="absolute inset-y-0 left-0 bg-warn" style={{ width: part(said) }} />
      <i
        className="absolute inset-y-0 left-0 bg-accent"
        style={{ width: part(Math.min(said, capacity ?? said)) }}
      />
      <i className="absolute inset-y-0 left-0 bg-good" style={{ width: part(done) }} />
    </span>
  )
}
