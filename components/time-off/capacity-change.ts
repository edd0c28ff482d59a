import type { CapacityView } from '#lib/contract/capacity.ts'
import type { MembershipFacts } from '#lib/contract/memberships.ts'
import { capacityOf } from '#lib/domain/capacity/capacity.ts'
import { awayOn } from '#lib/domain/time-off.ts'
import type { TimeOffDays } from '#lib/domain/time-off.ts'
import type { PersonDay } from '#lib/domain/working-times.ts'
import { addDays, weekday } from '#lib/kit/plain-date.ts'

type Known = {
  person: string
  view: CapacityView
  memberships: readonly MembershipFacts[]
  /** The days of the milestone as the person has them, before time off. */
  days: readonly PersonDay[]
}

/** Weight that a person has for all their teams in a milestone, if they were away as said: by the law of capacity itself. */
export function weightWith({ person, view, memberships, days }: Known, away: readonly TimeOffDays[]): number {
  const duties = new Set(view.duties.filter((one) => one.person === person).map(({ weekOn }) => weekOn))
  const { focus, triageShare, daysPerWeight, overrides } = view
  return capacityOf({
    days: days.map(({ day }) => day),
    people: new Map([
      [
        person,
        days.map(({ day, work, off }) => ({
          day,
          work,
          off,
          away: Math.min(
            1,
            away.reduce((sum, entry) => sum + awayOn(entry, day), 0),
          ),
          duty: duties.has(addDays(day, 1 - weekday(day))),
        })),
      ],
    ]),
    memberships: memberships
      .filter((one) => one.person === person)
      .map(({ team, percent, from, to }) => ({ person, team, share: percent / 100, from, to })),
    overrides,
    focus,
    triageShare: triageShare / 100,
    daysPerWeight,
  }).weight
}
