import type { ReactNode } from 'react'

import { figure } from './capacity.ts'
import type { Tally } from './capacity.ts'

/** Said, done and left, in words and as one bar: the pale end is what could still be said. */
type Props = {
  tally: Tally
  /** Candidates are not said yet; a shelf says nothing at all. */
  what: 'promises' | 'candidates' | 'shelf'
}

export function CapacityBar({ tally, what }: Props) {
  const { said, done, capacity, blocked, unweighted, open } = tally
  const left = capacity === null ? null : capacity - said
  const notes = [blocked > 0 && `${blocked} blocked`, unweighted > 0 && `${unweighted} without a weight`]
  if (what === 'shelf') {
    return (
      <p className="num text-xs text-ink-2">
        <Figure>{open}</Figure> open · weight <Figure>{figure(said - done)}</Figure>
        {notes.filter(Boolean).map((note) => ` · ${note}`)}
      </p>
    )
  }
  return (
    <div className="num flex flex-wrap items-center gap-x-3 gap-y-1.5 text-xs text-ink-2">
      <span>
        {what === 'candidates' ? 'Candidates' : 'Said'} <Figure>{figure(said)}</Figure>
        {capacity !== null && (
          <>
            {' '}
            of <Figure>{figure(capacity)}</Figure> capacity
          </>
        )}
      </span>
      <Bar said={said} done={done} capacity={capacity} />
      <span>
        {(done > 0 || what === 'promises') && <Done weight={done} />}
        {left !== null && left >= 0 && (
          <>
            {(done > 0 || what === 'promises') && ' · '}
            <Figure>{figure(left)}</Figure> left
          </>
        )}
        {left !== null && left < 0 && (
          <b className="font-semibold text-warn"> · {figure(-left)} over capacity</b>
        )}
        {notes.filter(Boolean).map((note) => ` · ${note}`)}
      </span>
    </div>
  )
}

const Figure = ({ children }: { children: ReactNode }) => <b className="font-semibold text-ink">{children}</b>

function Bar({ said, done, capacity }: { said: number; done: number; capacity: number | null }) {
  const whole = Math.max(said, capacity ?? 0)
  const part = (weight: number) => `${whole === 0 ? 0 : (weight / whole) * 100}%`
  const fits = Math.min(said, capacity ?? said)
  return (
    <span
      aria-hidden="true"
      className="relative h-2 w-60 overflow-hidden rounded-xs bg-line max-sm:order-last max-sm:w-full"
    >
      <i className="absolute inset-y-0 left-0 bg-warn" style={{ width: part(said) }} />
      <i className="absolute inset-y-0 left-0 bg-accent" style={{ width: part(fits) }} />
      <i className="absolute inset-y-0 left-0 bg-good" style={{ width: part(done) }} />
    </span>
  )
}
