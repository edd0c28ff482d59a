import { spanText, spanTextYear } from '#lib/kit/day-text.ts'
import { timeOffLink } from '#lib/kit/links.ts'
import { monthOf } from '#lib/kit/plain-date.ts'

import type { Change, PersonRef } from '../event-refs.ts'
import type { TimeOffDays } from '../time-off.ts'
import { named, NO_ONE, type Telling } from '../telling.ts'
import type { Uncovered } from '../uncovered.ts'
import { event, type InboxPlace, listed } from './row.ts'

/** Days, and the number of the version of the details that held. Kind and note are in no event: the ledger is read by all. */
export type TimeOffData = TimeOffDays & { details: number }
/** A confirmation of capacity that no longer holds, with the milestone and when it was given. */
export type Reopened = { id: number; title: string; at: string }
/** The same where it may be anyone's. */
export type ReopenedOf = Reopened & { person: PersonRef }

/** `uncovered`: what these days newly leave without cover. */
type About = {
  id: number
  person: PersonRef
  own: boolean
  reopened: Reopened[]
  uncovered?: Uncovered | null
}

function daysText({ fromOn, toOn, fromNoon, untilNoon }: TimeOffDays): string {
  const halves = [fromNoon ? 'from noon' : '', untilNoon ? 'until noon' : ''].filter(Boolean).join(' ')
  return `${spanTextYear(fromOn, toOn)}${halves && `, ${halves}`}`
}

const whose = ({ own, person }: About) => (own ? 'their time off' : `the time off of ${person.name}`)

/** “, without cover for triage of Gateway Services in the week of 21 Dec and 2 issues”. */
function gaps({ uncovered }: About): string {
  if (!uncovered) return ''
  const { duties, driving } = uncovered
  const issues = driving === 1 ? ['1 issue'] : driving > 1 ? [`${driving} issues`] : []
  const triage = duties.map(
    ({ team, weekOn }) => `triage of ${team.name} in the week of ${spanText(weekOn, weekOn)}`,
  )
  return `, without cover for ${listed([...triage, ...issues])}`
}

/** The person whose time off others change; the engineering manager of what it leaves without cover. */
const tells = ({ own, person, uncovered }: About): Telling => ({
  ...(own ? NO_ONE : named('informed', [person.id])),
  all: uncovered ? [{ role: 'em', kind: 'informed' }] : [],
})

const atMonthOf = ({ group }: InboxPlace, { fromOn }: Pick<TimeOffDays, 'fromOn'>) =>
  timeOffLink(group, { month: monthOf(fromOn) })

const sameDays = (a: TimeOffDays, b: TimeOffDays) => daysText(a) === daysText(b)

export const timeOffEvents = {
  'time_off.added': event<About & TimeOffData>({
    sentence: (data) => `added ${whose(data)}, ${daysText(data)}${gaps(data)}`,
    tells,
    page: atMonthOf,
  }),
  'time_off.edited': event<About & Change<TimeOffData>>({
    sentence: (data) =>
      sameDays(data.from, data.to)
        ? `edited ${whose(data)}, ${daysText(data.to)}`
        : `changed ${whose(data)} from ${daysText(data.from)} to ${daysText(data.to)}${gaps(data)}`,
    tells,
    page: (place, { to }) => atMonthOf(place, to),
  }),
  'time_off.removed': event<About & TimeOffData>({
    sentence: (data) => `removed ${whose(data)}, ${daysText(data)}`,
    tells,
    page: atMonthOf,
  }),
}
