import { addDays, type PlainDate, weekday } from '#lib/kit/plain-date.ts'
import { askToConfirm, confirmCapacity } from '../../commands/capacity/confirm.ts'
import { setDuty } from '../../commands/capacity/duty.ts'
import { setLanes } from '../../commands/capacity/lanes.ts'
import { overrideCapacity } from '../../commands/capacity/override.ts'
import { before, during, type Timebox } from './calendar.ts'
import { CURRENT, NEXT } from './outcome.ts'
import type { Act, Setting } from './timeline.ts'

const MINUTE = 60_000

/** Who has triage, week after week, and for which functional team. */
const ROTA = [
  ['health-connectivity', 'cindy'],
  ['model-selection', 'julie'],
  ['gateway-services', 'patrick'],
  ['health-connectivity', 'newick'],
  ['model-selection', 'manoj'],
] as const

/** Everyone but Patrick has looked at their days in the next milestone, who was asked for them. */
const CONFIRMED = ['julie', 'cindy', 'manoj', 'newick']

const LANES = [
  { team: 'model-selection', priority: 1, weight: 4 },
  { team: 'model-selection', priority: 2, weight: 5 },
  { team: 'health-connectivity', priority: 1, weight: 6 },
  { team: 'health-connectivity', priority: 2, weight: 8 },
  { team: 'health-connectivity', priority: 3, weight: 4 },
  { team: 'gateway-services', priority: 1, weight: 3 },
  { team: 'gateway-services', priority: 2, weight: 6 },
]

/** How the EM and the engineers prepare the capacity of the next milestone; it is not finished. */
export function capacityActs({ calendar, now }: Setting): Act[] {
  const [current, next] = [calendar.box(CURRENT), calendar.box(NEXT)]
  const milestone = next.title
  const confirmed = CONFIRMED.map((by, place): Act => ({
    at: new Date(before(now, 1.7).getTime() + place * MINUTE),
    by,
    run: (ctx) => confirmCapacity(ctx, { group: ctx.group.slug, milestone, person: by, sample: true }),
  }))
  return [
    ...dutyActs(during(calendar, CURRENT - 1, 0.95), current),
    ...dutyActs(before(now, 2.6), next),
    ...confirmed,
    {
      at: before(now, 2.3),
      by: 'mohamed',
      run: (ctx) =>
        overrideCapacity(ctx, {
          group: ctx.group.slug,
          milestone,
          person: 'newick',
          team: 'health-connectivity',
          term: 'focus',
          value: 0.8,
          reason: 'Interviews and onboarding take a day a week.',
          sample: true,
        }),
    },
    {
      at: before(now, 1.4),
      by: 'mohamed',
      run: (ctx) => askToConfirm(ctx, { group: ctx.group.slug, milestone, person: 'patrick' }),
    },
    {
      at: before(now, 1.3),
      by: 'mohamed',
      run: (ctx) => setLanes(ctx, { group: ctx.group.slug, milestone, lanes: LANES, sample: true }),
    },
  ]
}

const dutyActs = (at: Date, box: Timebox): Act[] =>
  mondaysOf(box).flatMap((week, place): Act[] => {
    const turn = ROTA[place % ROTA.length]
    if (!turn) return []
    const [team, person] = turn
    return [
      {
        at: new Date(at.getTime() + place * MINUTE),
        by: 'mohamed',
        run: (ctx) => setDuty(ctx, { group: ctx.group.slug, team, week, person, sample: true }),
      },
    ]
  })

/** The Mondays within a timebox, which begins on a Saturday. */
function mondaysOf({ startOn, dueOn }: Timebox): PlainDate[] {
  const mondays: PlainDate[] = []
  const first = addDays(startOn, (8 - weekday(startOn)) % 7)
  for (let day = first; day <= dueOn; day = addDays(day, 7)) mondays.push(day)
  return mondays
}
