import type { Bonds, EventType } from './events.ts'

/** What an event says of others, by number. */
export type Bound = { number: number; type: EventType; data?: unknown } & Pick<Bonds, 'undoes' | 'cause'>

/**
 * `counts`: it happened. `gone`: it was taken back, or came about by what was, so that it did not happen. `undoes`: it
 * took another event back; what it changed is what the other one had changed, which did not happen either.
 */
export type EventStatus = 'counts' | 'gone' | 'undoes'

/** What has a number keeps it: taking it back closes it, so that it began all the same, and was closed. */
const STAYS: ReadonlySet<EventType> = new Set<EventType>(['issue.created', 'epic.created', 'sandbox.opened'])

/** The epic that an event closed or opened by itself. */
const epicOf = ({ type, data }: Bound): unknown =>
  (type === 'epic.closed' || type === 'epic.reopened') &&
  typeof data === 'object' &&
  data !== null &&
  'number' in data
    ? data.number
    : undefined

/** What became of events, as far as all of these know. An undoing that was taken back itself leaves the act as it was. */
export function statusAmong(events: Iterable<Bound>): (event: Bound) => EventStatus {
  const known = new Map<number, Bound>()
  const undoers = new Map<number, number[]>()
  const ownEpic = new Map<number, { type: EventType; epic: unknown }>()
  const ofCause = new Map<number, { type: EventType; epic: unknown }[]>()
  for (const event of events) {
    const { number, type, undoes, cause } = event
    known.set(number, { number, type, ...(undoes && { undoes }), ...(cause && { cause }) })
    if (cause !== undefined) {
      const turned = { type, epic: epicOf(event) }
      ownEpic.set(number, turned)
      ofCause.set(cause, [...(ofCause.get(cause) ?? []), turned])
    }
    if (undoes !== undefined) undoers.set(undoes, [...(undoers.get(undoes) ?? []), number])
  }
  const answers = new Map<number, boolean>()
  const isGone = (number: number): boolean => {
    const answer = answers.get(number) ?? (!stays(number) && wasUndone(number))
    answers.set(number, answer)
    return answer
  }
  const stays = (number: number) => STAYS.has(known.get(number)?.type ?? 'group.created')
  const wasUndone = (number: number): boolean => {
    const cause = known.get(number)?.cause
    if (cause !== undefined && isGone(cause)) return !staysAsItIs(cause, ownEpic.get(number))
    return undoersOf(number).length > 0
  }
  const undoersOf = (number: number) => (undoers.get(number) ?? []).filter((undoer) => !isGone(undoer))
  /**
   * An epic that opened by itself stays open where other work in it is open by the time that its cause is taken back, and one
   * that closed by itself stays closed where the work has left it by then: what took the cause back turned it, or did not.
   */
  const staysAsItIs = (cause: number, turned: { type: EventType; epic: unknown } | undefined) =>
    turned?.epic !== undefined &&
    !undoersOf(cause).some((undoer) =>
      ofCause.get(undoer)?.some(({ type, epic }) => type !== turned.type && epic === turned.epic),
    )
  return ({ number, undoes }) => {
    if (isGone(number)) return 'gone'
    return undoes === undefined || stays(undoes) ? 'counts' : 'undoes'
  }
}
