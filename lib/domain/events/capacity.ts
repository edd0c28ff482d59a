import { capacityLink, timeOffLink } from '#lib/kit/links.ts'
import { monthOf, type PlainDate } from '#lib/kit/plain-date.ts'

import type { Term } from '../capacity/terms.ts'
import { figureOf, termName } from '../capacity/text.ts'
import type { Change, NamedRef, PersonRef, TitledRef } from '../event-refs.ts'
import { named } from '../telling.ts'
import { event, type InboxPlace, lasting } from './row.ts'

/** What stands in the place of a term, and why. Days, or a fraction of 1 for `share` and `focus`. */
export type Instead = { value: number; reason: string }
/** `priority` 0 for work without one. */
export type Lane = { team: NamedRef; priority: number; weight: number }

type InMilestone = { milestone: TitledRef }
type OfPerson = InMilestone & { person: PersonRef }
type Place = OfPerson & { team: NamedRef | null; weekOn: PlainDate | null; term: Term }

/** The grid of time off in which triage duty is shown. */
const atMonthOf = ({ group }: InboxPlace, { weekOn }: { weekOn: PlainDate }) =>
  timeOffLink(group, { month: monthOf(weekOn) })

export const capacityEvents = {
  'capacity.overridden': event<Place & Change<Instead | null>>({
    sentence: ({ milestone, person, team, weekOn, term, to }) => {
      const where = `${team ? ` in ${team.name}` : ''}${weekOn ? `, week of ${weekOn}` : ''}, ${milestone.title}`
      if (to === null) return `removed the override of ${person.name}’s ${termName(term)}${where}`
      return `set ${person.name}’s ${termName(term)} to ${figureOf(term, to.value)}${where}: ${to.reason.replace(/\.$/, '')}`
    },
    things: ({ milestone, person, team, weekOn, term }) => [
      `capacity ${milestone.id} ${person.id} ${team?.id ?? 'all'} ${weekOn ?? 'all'} ${term}`,
    ],
  }),
  'capacity.confirmed': event<OfPerson>({
    sentence: ({ milestone }) => `confirmed their days in ${milestone.title}`,
    things: ({ milestone, person }) => [`confirmation ${milestone.id} ${person.id}`],
  }),
  'capacity.reopened': event<OfPerson>({
    sentence: ({ milestone }) => `withdrew the confirmation of their days in ${milestone.title}`,
    things: ({ milestone, person }) => [`confirmation ${milestone.id} ${person.id}`],
  }),
  'capacity.asked': lasting<OfPerson>({
    sentence: ({ milestone, person }) => `asked ${person.name} to confirm their days in ${milestone.title}`,
    tells: ({ person }) => named('asked', [person.id]),
    page: ({ group, key }) => capacityLink(group, key),
    never: 'The reminder was sent. Talk to them instead.',
  }),
  'capacity.lanes_set': event<InMilestone & Change<Lane[]>>({
    sentence: ({ milestone }) => `divided the capacity of ${milestone.title} into lanes`,
    things: ({ milestone }) => [`lanes ${milestone.id}`],
  }),
  'capacity.carry_over_weighed': event<InMilestone & Change<number | null> & { ref: number }>({
    sentence: ({ milestone, ref, to }) =>
      to === null
        ? `counted #${ref} as weighed in the carry-over of ${milestone.title}`
        : `weighed what is left of #${ref} for ${milestone.title}: ${to}`,
    things: ({ milestone, ref }) => [`carry-over ${milestone.id} ${ref}`],
  }),
  'duty.set': event<{ team: NamedRef; weekOn: PlainDate } & Change<PersonRef | null>>({
    sentence: ({ team, weekOn, to }) =>
      to === null
        ? `took the triage of ${team.name} off the week of ${weekOn}`
        : `gave the triage of ${team.name} in the week of ${weekOn} to ${to.name}`,
    things: ({ team, weekOn }) => [`duty ${team.id} ${weekOn}`],
    tells: ({ from, to }) => ({
      named: [
        ...(to ? [{ person: to.id, kind: 'assigned' as const }] : []),
        ...(from ? [{ person: from.id, kind: 'informed' as const }] : []),
      ],
      // a colleague may have taken it
      all: [{ role: 'em', kind: 'informed' }],
      watchers: false,
    }),
    page: atMonthOf,
  }),
  /** By the person who has it, or for them. */
  'duty.cover_asked': lasting<{ team: NamedRef; weekOn: PlainDate; person: PersonRef }>({
    sentence: ({ team, weekOn, person }) =>
      `asked for cover of ${person.name}’s triage of ${team.name} in the week of ${weekOn}`,
    tells: ({ team }) => ({
      named: [],
      all: [
        { role: 'em', kind: 'asked' },
        { team: team.id, kind: 'asked' },
      ],
      watchers: false,
    }),
    page: atMonthOf,
    never: 'The request was sent. Talk to them instead.',
  }),
}
