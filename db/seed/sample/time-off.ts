import type { TimeOffKind } from '#lib/domain/time-off.ts'
import { addDays, type PlainDate } from '#lib/kit/plain-date.ts'
import { addTimeOff } from '../../commands/time-off.ts'
import { before, during } from './calendar.ts'
import { type Box, CURRENT, NEXT } from './outcome.ts'
import type { Act, Setting } from './timeline.ts'

type Away = { by: string; box: Box; part: number; days: number; halves?: Halves }
type Halves = { fromNoon?: true; untilNoon?: true }

/** Handbook › Time Off: "Where possible, add time off a full milestone in advance." Everyone does, in both milestones. */
const PLANNED: readonly Away[] = [
  { by: 'julie', box: CURRENT, part: 0.62, days: 3 },
  { by: 'julie', box: NEXT, part: 0.25, days: 5 },
  { by: 'cindy', box: CURRENT, part: 0.5, days: 2 },
  { by: 'cindy', box: NEXT, part: 0.6, days: 4, halves: { fromNoon: true } },
  { by: 'patrick', box: CURRENT, part: 0.35, days: 1, halves: { fromNoon: true } },
  { by: 'patrick', box: NEXT, part: 0.1, days: 3 },
  { by: 'newick', box: CURRENT, part: 0.85, days: 2 },
  { by: 'newick', box: NEXT, part: 0.45, days: 1 },
  { by: 'manoj', box: CURRENT, part: 0.6, days: 1, halves: { untilNoon: true } },
  { by: 'manoj', box: NEXT, part: 0.75, days: 5 },
  { by: 'jordan', box: CURRENT, part: 0.9, days: 1 },
  { by: 'jordan', box: NEXT, part: 0.3, days: 3 },
  { by: 'mohamed', box: CURRENT, part: 0.8, days: 1, halves: { fromNoon: true } },
  { by: 'mohamed', box: NEXT, part: 0.5, days: 2 },
]

const dayOf = (at: Date): PlainDate => at.toISOString().slice(0, 10)

export function timeOffActs({ calendar, now }: Setting): Act[] {
  const planned = PLANNED.map(({ by, box, part, days, halves }, place) => {
    const from = dayOf(during(calendar, box, part))
    const at = during(calendar, box - 2, 0.3 + place / 100)
    return { at, by, wanted: { from, to: addDays(from, days - 1), ...halves } }
  })
  // “Please take any time you need, but enter it”: an afternoon some days ago, entered in the morning.
  const morning = before(now, 3.9)
  const day = dayOf(morning)
  const isFree = (person: string) =>
    !planned.some(({ by, wanted }) => by === person && wanted.from <= day && day <= wanted.to)
  const unwell = ['newick', 'patrick'].filter(isFree).slice(0, 1)
  return [
    ...planned.map(({ at, by, wanted }) => away(at, by, wanted, 'vacation')),
    ...unwell.map((by) => away(morning, by, { from: day, to: day, fromNoon: true }, 'sick')),
  ]
}

const away = (
  at: Date,
  by: string,
  wanted: { from: PlainDate; to: PlainDate } & Halves,
  kind: TimeOffKind,
): Act => ({
  at,
  by,
  run: (ctx) => addTimeOff(ctx, { group: ctx.group.slug, ...wanted, kind, sample: true }),
})
