import { eachDay, weekday, type PlainDate } from '#lib/kit/plain-date.ts'
import type { CapacityInput } from './capacity.ts'
import type { Membership, PersonDay } from './terms.ts'

/** Five weeks from a Saturday on: 25 working days of Monday to Friday. */
export const START: PlainDate = '2026-12-12'
export const DUE: PlainDate = '2027-01-15'

/** A usual week; `on` says what is different on a day. */
export const usual = (
  days: readonly PlainDate[],
  on: (day: PlainDate) => Partial<PersonDay & { holiday: boolean }> = () => ({}),
): PersonDay[] =>
  days.map((day) => {
    const { holiday = false, ...rest } = on(day)
    const work = rest.work ?? (weekday(day) <= 5 ? 1 : 0)
    return { day, away: 0, duty: false, off: holiday ? work : 0, ...rest, work }
  })

export const member = (person: string, team: string, facts: Partial<Membership> = {}): Membership => ({
  person,
  team,
  share: 1,
  from: '2020-01-01',
  to: null,
  ...facts,
})

/** One person of one team, unless said otherwise. */
export function input(facts: Partial<CapacityInput> = {}): CapacityInput {
  const days = facts.days ?? eachDay(START, DUE)
  return {
    days,
    people: new Map([['julie', usual(days)]]),
    memberships: [member('julie', 'selection')],
    overrides: [],
    focus: 1,
    triageShare: 0.5,
    daysPerWeight: 2,
    ...facts,
  }
}
