'use client'

import { Fragment } from 'react'
import type { ReactNode } from 'react'

import type { BoardView } from '#lib/contract/boards.ts'
import { isOver } from '#lib/domain/milestones.ts'

import { CapacityButton } from './capacity-button.tsx'
import { figure, leftText } from './capacity.ts'
import type { Commitment } from './capacity.ts'

type Props = { view: BoardView; commitment: Commitment }

/** What is committed, done and left, in words and as one bar; of a milestone that is over, what its events tell. */
export function CapacityBar({ view, commitment }: Props) {
  const { milestone, today, commitments } = view
  if (milestone && isOver(milestone, today))
    return commitments && <Settled commitments={commitments} notShown={commitment.notShown} />
  return commitment.what === 'shelf' ? <Plain {...commitment} /> : <Running view={view} {...commitment} />
}

function Running({ view, ...commitment }: Commitment & { view: BoardView }) {
  const { what, committed, done, capacity } = commitment
  return (
    <div className="num flex flex-wrap items-center gap-x-3 gap-y-1.5 text-xs text-ink-2">
      <span>
        {what === 'candidates' ? 'Candidates' : 'Committed'} <Figure>{figure(committed)}</Figure>
        {view.capacity && ' of '}
        {view.capacity && <CapacityButton capacity={view.capacity} milestone={view.milestone?.title ?? ''} />}
      </span>
      <Bar
        committed={committed}
        done={done}
        capacity={capacity}
        className="w-60 max-sm:order-last max-sm:w-full"
      />
      <Notes
        notes={[
          (done > 0 || what === 'commitments') && <Good>{figure(done)} done</Good>,
          leftOf(commitment),
          ...notesOf(commitment),
        ]}
      />
    </div>
  )
}

/** A board of anything: how much is open, and how heavy it is. */
function Plain({ open, committed, done, ...rest }: Commitment) {
  return (
    <p className="num text-xs text-ink-2">
      <Figure>{open}</Figure> open · weight <Figure>{figure(committed - done)}</Figure>
      {notesOf({ open, committed, done, ...rest }).map((note) => ` · ${note}`)}
    </p>
  )
}

type SettledProps = { commitments: NonNullable<BoardView['commitments']>; notShown: number }

/** As the days of the milestone ended, whatever became of its issues since. */
function Settled({ commitments: { assigned, completed, moved }, notShown }: SettledProps) {
  const rest = assigned.weight - completed.weight - moved.weight
  return (
    <div className="num flex flex-wrap items-center gap-x-3 gap-y-1.5 text-xs text-ink-2">
      <span>
        Committed <Figure>{figure(assigned.weight)}</Figure>
      </span>
      <Bar
        committed={assigned.weight}
        done={completed.weight}
        capacity={null}
        className="w-60 max-sm:order-last max-sm:w-full"
      />
      <Notes
        notes={[
          <Good key="done">{figure(completed.weight)} done</Good>,
          moved.weight > 0 && `${figure(moved.weight)} moved away`,
          rest > 0 && `${figure(rest)} not done`,
          `${completed.count} of ${assigned.count === 1 ? '1 issue' : `${assigned.count} issues`}`,
          notShown > 0 && notShownText(notShown),
        ]}
      />
    </div>
  )
}

function Notes({ notes }: { notes: readonly ReactNode[] }) {
  return (
    <span>
      {notes
        .filter((note) => note !== false && note !== null)
        .map((note, at) => (
          // the notes have no name of their own, and keep their order
          <Fragment key={at}>
            {at > 0 && ' · '}
            {note}
          </Fragment>
        ))}
    </span>
  )
}

function leftOf({ capacity, committed }: Commitment): ReactNode {
  if (capacity === null) return null
  const text = leftText(capacity - committed)
  return committed > capacity ? <b className="font-semibold text-warn">{text}</b> : text
}

const notesOf = ({ blocked, unweighted, notShown }: Commitment): string[] => [
  ...(blocked > 0 ? [`${blocked} blocked`] : []),
  ...(unweighted > 0 ? [`${unweighted} unweighted`] : []),
  ...(notShown > 0 ? [notShownText(notShown)] : []),
]

/** The numbers are the group's; so many of its cards the reader may not see. */
const notShownText = (count: number): string => `${count} not shown`

const Figure = ({ children }: { children: ReactNode }) => <b className="font-semibold text-ink">{children}</b>
const Good = ({ children }: { children: ReactNode }) => (
  <span className="font-medium text-good">{children}</span>
)

/** Done, committed, and what is committed beyond the capacity; the pale end is what could still be. */
export function Bar({
  committed,
  done,
  capacity,
  className,
}: Pick<Commitment, 'committed' | 'done' | 'capacity'> & { className: string }) {
  const whole = Math.max(committed, capacity ?? 0)
  const part = (weight: number) => `${whole === 0 ? 0 : (weight / whole) * 100}%`
  return (
    <span
      aria-hidden="true"
      className={`relative h-2 overflow-hidden rounded-xs bg-line print:border ${className}`}
    >
      <i className="absolute inset-y-0 left-0 bg-warn" style={{ width: part(committed) }} />
      <i
        className="absolute inset-y-0 left-0 bg-accent"
        style={{ width: part(Math.min(committed, capacity ?? committed)) }}
      />
      <i className="absolute inset-y-0 left-0 bg-good" style={{ width: part(done) }} />
    </span>
  )
}
