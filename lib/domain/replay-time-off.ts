import type { Recorded } from './events.ts'
import type { Reopened, ReopenedOf, TimeOffData } from './events/time-off.ts'
import { change } from './replay-maps.ts'
import type { GroupState } from './replay-state.ts'

export const confirmationKey = (milestone: number, person: string): string => `${milestone} ${person}`

/** What an event makes of the time off of people. */
export function applyToTimeOff(state: GroupState, event: Recorded): void {
  switch (event.type) {
    case 'time_off.added':
      state.timeOff.set(event.data.id, { ...timeOffData(event.data), person: event.data.person.id })
      return reopen(state, event.data)
    case 'time_off.edited':
      change(state.timeOff, event.data.id, event.data.to)
      return reopen(state, event.data)
    case 'time_off.removed':
      state.timeOff.delete(event.data.id)
      return reopen(state, event.data)
    case 'group.changed':
      return reopenAll(state, event.data)
    default:
  }
}

/** Of what took another event back: the confirmations that were given in between. */
export function applyReopened(state: GroupState, { type, data }: Recorded): void {
  if (type === 'time_off.added' || type === 'time_off.edited' || type === 'time_off.removed')
    reopen(state, data)
  if (type === 'working_time.set' || type === 'working_time.removed') reopen(state, data)
  if (type === 'group.changed') reopenAll(state, data)
}

export function reopen(
  { confirmations }: GroupState,
  about: { person: { id: string }; reopened?: Reopened[] },
): void {
  for (const { id } of about.reopened ?? []) confirmations.delete(confirmationKey(id, about.person.id))
}

function reopenAll({ confirmations }: GroupState, { reopened = [] }: { reopened?: ReopenedOf[] }): void {
  for (const { id, person } of reopened) confirmations.delete(confirmationKey(id, person.id))
}

const timeOffData = ({ fromOn, toOn, fromNoon, untilNoon, details }: TimeOffData): TimeOffData => ({
  fromOn,
  toOn,
  fromNoon,
  untilNoon,
  details,
})
