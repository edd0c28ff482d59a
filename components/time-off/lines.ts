import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { MembershipFacts } from '#lib/contract/memberships.ts'
import type { listPeople } from '#lib/contract/people.ts'
import type { TimeOffEntry } from '#lib/contract/time-off.ts'
import type { WorkingTimesOfPerson } from '#lib/contract/working-times.ts'
import { may } from '#lib/domain/permissions.ts'
import { daysAway } from '#lib/domain/time-off.ts'
import type { TimeOffDays } from '#lib/domain/time-off.ts'
import { daysOf, workIn } from '#lib/domain/working-times.ts'
import type { PersonDay } from '#lib/domain/working-times.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

type Person = OutputOf<typeof listPeople>['items'][number]

/** A person over the shown days. `sum` is how many working days of them time off takes. */
export type Line = {
  handle: string
  name: string
  days: readonly PersonDay[]
  entries: readonly TimeOffEntry[]
  sum: number
}

export type Part = { title: string; lines: Line[] }

type Known = {
  people: readonly Person[]
  teams: readonly { slug: string; name: string }[]
  memberships: readonly MembershipFacts[]
  times: readonly WorkingTimesOfPerson[]
  entries: readonly TimeOffEntry[]
  from: PlainDate
  to: PlainDate
}

/** The people who have time off by functional team, as they belong to it in these days; managers last. */
export function partsOf({ people, teams, memberships, times, entries, from, to }: Known): Part[] {
  const parts: Part[] = [...teams.map(({ name }) => name), OTHERS, LEADS].map((title) => ({
    title,
    lines: [],
  }))
  for (const { handle, name, roles } of people) {
    if (!may({ roles, admin: false }, 'pto.own')) continue
    const { times: held, holidays } = times.find(({ person }) => person === handle) ?? {
      times: [],
      holidays: [],
    }
    const days = daysOf({ times: held, holidays }, from, to)
    const own = entries.filter(({ person }) => person === handle)
    const work = workIn(days)
    const sum = own.reduce((all, entry) => all + daysAway(daysOfEntry(entry), work), 0)
    const slug = teamOf(memberships, handle, { from, to })
    const team = teams.find((one) => one.slug === slug)?.name
    const title = team ?? (roles.includes('em') || roles.includes('pm') ? LEADS : OTHERS)
    parts.find((part) => part.title === title)?.lines.push({ handle, name, days, entries: own, sum })
  }
  return parts.filter(({ lines }) => lines.length > 0)
}

const LEADS = 'EM and PM'
const OTHERS = 'No functional team'

/** The team that a person mainly belongs to in these days, or the one that has most of their time. */
function teamOf(
  memberships: readonly MembershipFacts[],
  person: string,
  { from, to }: { from: PlainDate; to: PlainDate },
): string | undefined {
  const held = memberships.filter(
    (one) => one.person === person && one.from <= to && (one.to === null || one.to >= from),
  )
  const rank = ({ kind, percent }: MembershipFacts) => (kind === 'main' ? 1000 : 0) + percent
  return held.toSorted((a, b) => rank(b) - rank(a))[0]?.team
}

export const daysOfEntry = ({
  from,
  to,
  fromNoon,
  untilNoon,
}: Omit<TimeOffDays, 'fromOn' | 'toOn'> & {
  from: PlainDate
  to: PlainDate
}): TimeOffDays => ({ fromOn: from, toOn: to, fromNoon, untilNoon })
