import type { Day } from './fact.ts'

/** By when it should be done; a past day is found by the triage report, not refused. */
export const due: Day<'due', 'dueOn'> = {
  kind: 'day',
  name: 'due',
  key: 'dueOn',
  title: 'due date',
  isFollowed: true,
}
