import { addDays, type PlainDate } from '#lib/kit/plain-date.ts'

import type { NamedRef, PersonRef } from '../event-refs.ts'
import type { AnyEvent, EventType } from '../events.ts'
import type { TimeOffData } from '../events/time-off.ts'
import type { SandboxChange } from './changes.ts'

/** An event of the live plan; `issue` is the number of its issue. */
export type Happened = AnyEvent & { issue: number | null }

type Box = { id: string; startOn: PlainDate; dueOn: PlainDate }
type Days = Pick<TimeOffData, 'fromOn' | 'toOn'>

/** Who drives an issue, in all ways in which that changes. */
const DRI_EVENTS = [
  'issue.dri_taken',
  'issue.dri_released',
  'issue.dri_assigned',
  'issue.handed_over',
  'issue.hand_over_accepted',
] as const
const IN_OR_OUT = ['issue.milestone_set', 'issue.closed', 'issue.reopened'] as const
/** Of many kinds of labels and moves those alone that {@link movesSelection} finds. */
export const LABEL_EVENTS = ['issue.labels_changed', 'issue.moved'] as const

/** Whatever may change the capacity or the load of a milestone. */
export const PLAN_EVENTS: readonly EventType[] = [
  'capacity.overridden',
  'time_off.added',
  'time_off.edited',
  'time_off.removed',
  'membership.started',
  'membership.changed',
  'membership.removed',
  'working_time.set',
  'working_time.removed',
  'day_off.added',
  'day_off.removed',
  'duty.set',
  'group.changed',
  'issue.weighed',
  'issue.assigned',
  'issue.team_set',
  'issue.split',
  ...IN_OR_OUT,
  ...LABEL_EVENTS,
  ...DRI_EVENTS,
]

/** What the numbers of a group’s plan are computed with. */
const SETTINGS = ['focusFactor', 'triageShare', 'daysPerWeight', 'country', 'region'] as const

/** Whether an event changed the plan of a milestone. @param refs issues that are candidates, or that a sandbox names */
export function touchesPlan(event: Happened, box: Box, refs: ReadonlySet<number>): boolean {
  switch (event.type) {
    case 'capacity.overridden':
      return event.data.milestone.id === box.id
    case 'time_off.added':
    case 'time_off.edited':
    case 'time_off.removed':
      return daysOf(event).some((days) => meet(days, { fromOn: box.startOn, toOn: box.dueOn }))
    case 'membership.started':
    case 'membership.changed':
    case 'membership.removed':
    case 'working_time.set':
    case 'working_time.removed':
      return true
    case 'day_off.added':
    case 'day_off.removed':
      return box.startOn <= event.data.day && event.data.day <= box.dueOn
    case 'duty.set':
      return event.data.weekOn <= box.dueOn && addDays(event.data.weekOn, 6) >= box.startOn
    case 'group.changed':
      return SETTINGS.some((name) => name in event.data.to)
    case 'issue.milestone_set':
      return event.data.from?.id === box.id || event.data.to?.id === box.id
    case 'issue.labels_changed':
    case 'issue.moved':
      return event.issue !== null && refs.has(event.issue) && movesSelection(event)
    default:
      return event.issue !== null && refs.has(event.issue) && PLAN_EVENTS.includes(event.type)
  }
}

/** Whether an event moved the very thing that a change of a sandbox is about. */
export function touchesChange(
  event: Happened,
  change: SandboxChange<PersonRef, NamedRef>,
  box: Box,
): boolean {
  switch (change.what) {
    case 'timeOff':
    case 'timeOffCut':
      return personOf(event) === change.person.id && daysOf(event).some((days) => meet(days, change))
    case 'override':
      return touchesTerm(event, change, box)
    case 'focus':
      return event.type === 'group.changed' && 'focusFactor' in event.data.to
    case 'candidate':
    case 'deliverable':
      return event.issue === change.ref && (isInOrOut(event) || movesSelection(event))
    case 'dri':
      return event.issue === change.ref && DRI_EVENTS.some((type) => type === event.type)
  }
}

const isInOrOut = ({ type }: Happened): boolean => IN_OR_OUT.some((one) => one === type)

/** Whether it made an issue a Deliverable or none, or closed or reopened it on a board. */
function movesSelection(event: Happened): boolean {
  if (event.type !== 'issue.labels_changed' && event.type !== 'issue.moved') return false
  const { added, removed } = event.data
  const isClosing = event.type === 'issue.moved' && Boolean(event.data.closed || event.data.reopened)
  return isClosing || [...added, ...removed].some(({ meaning }) => meaning === 'deliverable')
}

type Override = Extract<SandboxChange<PersonRef, NamedRef>, { what: 'override' }>

function touchesTerm(event: Happened, { person, team, weekOn, term }: Override, box: Box): boolean {
  switch (event.type) {
    case 'capacity.overridden': {
      const { data } = event
      const isThere = (one: string | null, other: string | null) =>
        one === null || other === null || one === other
      return (
        data.milestone.id === box.id &&
        data.person.id === person.id &&
        data.term === term &&
        isThere(data.team?.id ?? null, team?.id ?? null) &&
        isThere(data.weekOn, weekOn)
      )
    }
    case 'membership.started':
    case 'membership.changed':
    case 'membership.removed':
      return term === 'share' && event.data.person.id === person.id
    case 'duty.set':
      return term === 'triageDays' && [event.data.from?.id, event.data.to?.id].includes(person.id)
    case 'working_time.set':
    case 'working_time.removed':
      return (term === 'workingDays' || term === 'holidays') && event.data.person.id === person.id
    case 'group.changed':
      return term === 'focus' && 'focusFactor' in event.data.to
    default:
      return (
        term === 'timeOff' &&
        personOf(event) === person.id &&
        daysOf(event).some((days) => meet(days, { fromOn: box.startOn, toOn: box.dueOn }))
      )
  }
}

/** Days that an event of time off is about: as they were and as they are. */
function daysOf(event: Happened): Days[] {
  if (event.type === 'time_off.edited') return [event.data.from, event.data.to]
  return event.type === 'time_off.added' || event.type === 'time_off.removed' ? [event.data] : []
}

const personOf = (event: Happened): string | null =>
  event.type === 'time_off.added' || event.type === 'time_off.edited' || event.type === 'time_off.removed'
    ? event.data.person.id
    : null

const meet = (one: Days, other: Days): boolean => one.fromOn <= other.toOn && other.fromOn <= one.toOn

type Bound = { number: number; undoes: number | null }

/**
 * Of all that happened after an event, what still holds: what was taken back since did not happen, nor did its undoing.
 * @param events in their order
 */
export function stillSo<T extends Bound>(events: readonly T[], after: number): T[] {
  const later = events.filter(({ number }) => number > after)
  const gone = new Set<number>()
  for (const { number, undoes } of later.toReversed()) {
    if (undoes === null || gone.has(number)) continue
    gone.add(undoes)
    if (undoes > after) gone.add(number)
  }
  return later.filter(({ number }) => !gone.has(number))
}
