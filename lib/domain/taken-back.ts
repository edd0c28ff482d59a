import type { Bonds, EventType } from './events.ts'

/** What an event says of others, by number. */
export type Bound = { number: number; type: EventType; data?: unknown } & Pick<Bonds, 'undoes' | 'cause'>

/**
 * `counts`: it happened. `gone`: it was taken back, or came about by what was, so that it did not happen. `undoes`: it
 * took another event back; what it changed is what the other one had changed, which did not happen either.
 */
export type Fate = 'counts' | 'gone' | 'undoes'

/** What has a number keeps it: taking it back closes it, so that it began all the same, and was closed. */
const STAYS: ReadonlySet<EventType> = new Set<EventType>(['issue.created', 'epic.created'])

/** The epic that an event closed or opened by itself. */
const epicOf = (type: EventType, { type: is, data }: Bound): unknown =>
  is === type && typeof data === 'object' && data !== null && 'number' in data ? data.number : undefined

/** What became of events, as far as all of these know. An undoing that was taken back itself leaves the act as it was. */
export function fateAmong(events: Iterable<Bound>): (event: Bound) => Fate {
  const known = new Map<number, Bound>()
  const undoers = new Map<number, number[]>()
  const opened = new Map<number, unknown>()
  const closed = new Map<number, unknown[]>()
  for (const event of events) {
    const { number, type, undoes, cause } = event
    known.set(number, { number, type, ...(undoes && { undoes }), ...(cause && { cause }) })
    if (cause !== undefined) {
      opened.set(number, epicOf('epic.reopened', event))
      closed.set(cause, [...(closed.get(cause) ?? []), epicOf('epic.closed', event)])
    }
    if (undoes !== undefined) undoers.set(undoes, [...(undoers.get(undoes) ?? []), number])
  }
  const answers = new Map<number, boolean>()
  const isGone = (number: number): boolean => {
    const answer = answers.get(number) ?? (!stays(number) && wasTakenBack(number))
    answers.set(number, answer)
    return answer
  }
  const stays = (number: number) => STAYS.has(known.get(number)?.type ?? 'group.created')
  const wasTakenBack = (number: number): boolean => {
    const cause = known.get(number)?.cause
    if (cause !== undefined && isGone(cause)) return !staysOpen(cause, opened.get(number))
    return undoersOf(number).length > 0
  }
  const undoersOf = (number: number) => (undoers.get(number) ?? []).filter((undoer) => !isGone(undoer))
  /** An epic that opened by itself stays open where other work in it is open by the time that its cause is taken back. */
  const staysOpen = (cause: number, epic: unknown) =>
    epic !== undefined && !undoersOf(cause).some((undoer) => closed.get(undoer)?.includes(epic))
  return ({ number, undoes }) => {
    if (isGone(number)) return 'gone'
    return undoes === undefined || stays(undoes) ? 'counts' : 'undoes'
  }
}
