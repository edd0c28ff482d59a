import type { Pool } from 'pg'
import type { FeedFacts } from '#lib/domain/calendar/feed-events.ts'
import type { FeedPart } from '#lib/domain/calendar/feed-names.ts'
import type { SyncTurn } from '#lib/domain/syncs/turn.ts'
import { subjectSlug } from '#lib/domain/subjects.ts'
import { isAwayAllWeek } from '#lib/domain/updates/owed.ts'
import { type IsoWeek, weeksLater } from '#lib/kit/iso-week.ts'
import { addDays, isoWeek, type PlainDate } from '#lib/kit/plain-date.ts'
import { dayIn } from '#lib/kit/zone.ts'
import type { Ctx } from '../context.ts'
import { activeSubjects } from './active-subjects.ts'
import { activityRows } from './activity-rows.ts'
import { weekOfPeople } from './away-in-week.ts'
import { occurrencesIn } from './cadence.ts'
import type { OpenFeed } from './calendar-feeds.ts'
import { milestonesOf } from './milestones.ts'
import { updateDay, updatesIn } from './updates.ts'

/** Days back and ahead of what comes round, and weeks ahead of updates. */
const BACK = 28
const AHEAD = 182
const UPDATE_WEEKS = 6

/** What is in a feed beside time off, as its owner chose and may see it. */
export async function feedFacts(db: Pool, feed: OpenFeed, now: Date): Promise<FeedFacts> {
  const { personId: id, handle, person: name, roles, admin, group } = feed
  const ctx: Ctx = { actor: { id, handle, name, roles, admin }, group, now, db }
  const today = dayIn(group.zone, now)
  const span = { from: addDays(today, -BACK), to: addDays(today, AHEAD) }
  const has = (part: FeedPart) => feed.parts.includes(part)
  const mine = feed.of === 'me'
  const [syncs, updates, milestones, activities, shifts] = await Promise.all([
    has('syncs') ? syncsOf(ctx, span) : null,
    has('updates') ? updatesOf(ctx, isoWeek(today), mine) : null,
    has('milestones') ? boxesIn(ctx, span) : [],
    has('activities') ? activitiesIn(ctx, span) : [],
    has('shifts') ? shiftsIn(ctx, span, mine) : [],
  ])
  return { syncs, updates, milestones, activities, shifts }
}

type Span = { from: PlainDate; to: PlainDate }

async function syncsOf(ctx: Ctx, span: Span): Promise<FeedFacts['syncs']> {
  const { rows } = await ctx.db.query<SyncTurn & { skipped: PlainDate[] }>({
    name: 'feed-syncs',
    text: `select g.sync_day as "syncDay", g.sync_time as "syncTime", g.sync_minutes as "syncMinutes",
        coalesce((select jsonb_agg(day) from (
          select o.day from activities a join occurrences o on o.group_id = a.group_id and o.activity_id = a.id
            where a.group_id = g.id and a.kind = 'weekly_sync' and o.state = 'skipped' and o.day >= $2
          union select s.day from syncs s where s.group_id = g.id and s.state = 'skipped' and s.day >= $2) n), '[]') as skipped
      from groups g where g.id = $1`,
    values: [ctx.group.id, span.from],
  })
  const [row] = rows
  if (!row) return null
  const { skipped, ...turn } = row
  return { turn, ...span, skipped: skipped.map(isoWeek) }
}

/** The weeks whose update its owner owes, as long as they drive what they drive now; for the group each week. */
async function updatesOf(ctx: Ctx, week: IsoWeek, mine: boolean): Promise<FeedFacts['updates']> {
  const weeks = Array.from({ length: UPDATE_WEEKS }, (_, at) => weeksLater(week, at))
  const day = await updateDay(ctx)
  if (!mine) return { day, weeks }
  const me = ctx.actor.id ?? ''
  const [active, given, calendars] = await Promise.all([
    activeSubjects(ctx),
    updatesIn(ctx, week),
    Promise.all(weeks.map((one) => weekOfPeople(ctx, one))),
  ])
  const posted = new Set(given.map(({ subject }) => subject))
  const own = active.filter(({ dri }) => dri.id === me)
  const owes = (one: IsoWeek, at: number) => {
    const calendar = calendars[at]?.get(me)
    if (own.length === 0 || (calendar && isAwayAllWeek(calendar, one))) return false
    return one !== week || own.some((subject) => !posted.has(subjectSlug(subject)))
  }
  return { day, weeks: weeks.filter(owes) }
}

const boxesIn = async (ctx: Ctx, { from, to }: Span): Promise<FeedFacts['milestones']> =>
  (await milestonesOf(ctx)).flatMap(({ id, title, startOn, dueOn }) =>
    startOn && dueOn && dueOn >= from && startOn <= to ? [{ id, title, startOn, dueOn }] : [],
  )

/** Syncs and updates have parts of their own; what is skipped does not take place. */
async function activitiesIn(ctx: Ctx, span: Span): Promise<FeedFacts['activities']> {
  const rows = (await activityRows(ctx, span.from)).filter(
    ({ kind, share }) => kind !== 'weekly_sync' && kind !== 'status_updates' && share?.state !== 'offered',
  )
  const all = await occurrencesIn(ctx, rows, span)
  return rows.map(({ id, name }) => ({
    id,
    name,
    days: (all.get(id)?.items ?? []).filter(({ state }) => state !== 'skipped').map(({ day }) => day),
  }))
}

async function shiftsIn(ctx: Ctx, { from, to }: Span, mine: boolean): Promise<FeedFacts['shifts']> {
  const { rows } = await ctx.db.query<FeedFacts['shifts'][number]>({
    name: 'feed-shifts',
    text: `select t.name as team, d.team_id as "teamId", d.week_on as "weekOn", p.name as person
      from triage_duties d join functional_teams t on t.group_id = d.group_id and t.id = d.team_id
      join people p on p.id = d.person_id
      where d.group_id = $1 and d.week_on between $2 and $3 and ($4::text is null or d.person_id = $4)
      order by d.week_on, t.position`,
    values: [ctx.group.id, addDays(from, -6), to, mine ? ctx.actor.id : null],
  })
  return rows
}
