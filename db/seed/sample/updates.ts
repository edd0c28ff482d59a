import type { MySubject } from '#lib/contract/updates.ts'
import type { Confidence } from '#lib/domain/confidence.ts'
import { daysOfIsoWeek, type IsoWeek, weeksUpTo } from '#lib/kit/iso-week.ts'
import { isoWeek, weekday } from '#lib/kit/plain-date.ts'
import { type Random, randomFrom } from '#lib/kit/random.ts'
import { postUpdates } from '../../commands/updates/post.ts'
import type { Ctx } from '../../context.ts'
import { readWeekOfUpdates } from '../../queries/week-updates.ts'
import type { Act, Setting } from './timeline.ts'

const WEEKS = 8
const PEOPLE = ['julie', 'manoj', 'cindy', 'newick', 'patrick', 'mohamed']
/** In the week that runs, one of them is late. */
const LATE = 'cindy'
/** Work of which nothing is said any more, so that it drifts; and for how many weeks. */
const QUIET = { title: 'Self-hosted model list loads in one request', weeks: 3 }

const PROGRESS = [
  'The tests cover the new path; two cases are left.',
  'The first half is merged, behind a feature flag.',
  'Found the cause and wrote a test that shows it.',
  'Agreed on the approach with the counterpart.',
  'The change works on .com and Self-Managed.',
]
const NEXT = [
  'Merge it and watch the logs for a day.',
  'Close the last review thread.',
  'Try it on Dedicated.',
  'Write the documentation.',
  'Split off what does not fit this milestone.',
]

/** Each person posts on Thursday or Friday; in the week that runs, on the days that have passed, and one of them is late. */
export function updateActs({ now }: Setting): Act[] {
  const weeks = weeksUpTo(isoWeek(now.toISOString().slice(0, 10)), WEEKS)
  const quiet = new Set(weeks.slice(-QUIET.weeks))
  return weeks.flatMap((week) =>
    PEOPLE.flatMap((by, place): Act[] => {
      const at = momentOf(week, place, now)
      const isLate = by === LATE && week === weeks.at(-1)
      return at && !isLate
        ? [{ at, by, run: (ctx) => postAll(ctx, week, quiet.has(week) ? QUIET.title : null) }]
        : []
    }),
  )
}

/** Null where the moment is still to come. */
function momentOf(week: IsoWeek, place: number, now: Date): Date | null {
  const day = daysOfIsoWeek(week)[place % 2 === 0 ? 3 : 4] ?? ''
  const usual = new Date(`${day}T${String(9 + place).padStart(2, '0')}:20:00Z`)
  if (usual < now) return usual
  const today = now.toISOString().slice(0, 10)
  const early = new Date(now.getTime() - (place + 2) * 25 * 60_000)
  return week === isoWeek(today) && weekday(today) > 2 && place % 2 === 1 ? early : null
}

async function postAll(ctx: Ctx, week: IsoWeek, quiet: string | null): Promise<void> {
  const { mine } = await readWeekOfUpdates(ctx, { week })
  const told = mine.filter((one) => one.active && one.title !== quiet)
  const updates = told.map((one) => said(one, randomFrom(`${one.title} ${week}`)))
  if (updates.length > 0) await postUpdates(ctx, { group: ctx.group.slug, week, updates })
}

const said = (one: MySubject, random: Random) => ({
  subject: one.subject,
  progress: one.kind === 'epic' && one.proposed ? one.proposed : random.pick(PROGRESS),
  blockers: one.blockedSince === null ? '' : 'Waiting for another team: I need their answer first.',
  next: random.pick(NEXT),
  confidence: sure(one, random),
})

/** Who is blocked is not confident, who is in review mostly is. */
function sure({ blockedSince, state }: MySubject, random: Random): Confidence {
  if (blockedSince !== null) return random.percent(60) ? 'not' : 'slightly'
  if (state === 'in-dev' || state === null) return random.percent(55) ? 'very' : 'slightly'
  return random.percent(85) ? 'very' : 'slightly'
}
