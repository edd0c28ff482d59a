import type { Bonds, EventType } from './events.ts'

/** What an event says of others, by number. */
export type Bound = { number: number; type: EventType } & Pick<Bonds, 'undoes' | 'cause'>

/**
 * `counts`: it happened. `gone`: it was taken back, or came about by what was, so that it did not happen. `undoes`: it
 * took another event back; what it changed is what the other one had changed, which did not happen either.
 */
export type Fate = 'counts' | 'gone' | 'undoes'

/** What has a number keeps it: taking it back closes it, so that it began all the same, and was closed. */
const STAYS: ReadonlySet<EventType> = new Set<EventType>(['issue.created', 'epic.created'])

/** What became of events, as far as all of these know. An undoing that was taken back itself leaves the act as it was. */
export function fateAmong(events: Iterable<Bound>): (event: Bound) => Fate {
  const known = new Map<number, Bound>()
  const undoers = new Map<number, number[]>()
  for (const { number, type, undoes, cause } of events) {
    known.set(number, { number, type, ...(undoes && { undoes }), ...(cause && { cause }) })
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
    if (cause !== undefined && isGone(cause)) return true
    return (undoers.get(number) ?? []).some((undoer) => !isGone(undoer))
  }
  return ({ number, undoes }) => {
    if (isGone(number)) return 'gone'
    return undoes === undefined || stays(undoes) ? 'counts' : 'undoes'
  }
}
