import type { MySubject, WeekOfUpdates } from '#lib/contract/updates.ts'
import { subjectSlug } from '#lib/domain/subjects.ts'
import { pressingFirst, updatesMarkdown } from '#lib/domain/updates/assembled.ts'
import { dueOn, headedOn, isAwayAllWeek, phaseOf, standingOf } from '#lib/domain/updates/owed.ts'
import { daysOfIsoWeek, type IsoWeek, lastDayOf } from '#lib/kit/iso-week.ts'
import { endOfDay, startOfDay } from '#lib/kit/zone.ts'
import type { Ctx } from '../context.ts'
import { type ActiveSubject, activeSubjects } from './active-subjects.ts'
import { weekOfPeople } from './away-in-week.ts'
import { type MilestoneRow, timeboxes, todayOf } from './milestones.ts'
import { drivenOf } from './subjects.ts'
import { draftsUpTo } from './update-drafts.ts'
import { happenedSince, lastBefore } from './update-since.ts'
import { type KnownUpdate, shown, updateDay, updatesIn } from './updates.ts'

/** All that the status updates of a week are about. Of a week that is over or to come, no update is owed now. */
export async function readWeekOfUpdates(ctx: Ctx, { week }: { week: IsoWeek }): Promise<WeekOfUpdates> {
  const today = todayOf(ctx)
  const phase = phaseOf(week, today)
  const [{ current }, day, all] = await Promise.all([timeboxes(ctx), updateDay(ctx), updatesIn(ctx, week)])
  const active = phase === 'running' ? await activeSubjects(ctx, current && Number(current.id)) : []
  const [people, mine] = await Promise.all([
    peopleIn(ctx, { week, active, all }),
    phase === 'running' ? mineIn(ctx, { week, active, all, current }) : [],
  ])
  const given = new Set(all.map(({ subject }) => subject))
  const away = new Set(people.filter(({ standing }) => standing === 'away').map(({ handle }) => handle))
  return {
    week,
    from: daysOfIsoWeek(week)[0] ?? '',
    to: lastDayOf(week),
    dueOn: dueOn(week, day),
    phase,
    endsAt: endOfDay(ctx.group.zone, lastDayOf(week)).toISOString(),
    on: headedOn(week, day, today),
    milestone: current && { slug: current.slug, title: current.title },
    people,
    updates: pressingFirst(all).map(shown),
    missing: active
      .filter((one) => !given.has(subjectSlug(one)) && !away.has(one.dri.handle))
      .map(({ kind, ref, title, dri: { handle, name } }) => ({
        subject: subjectSlug({ kind, ref }),
        kind,
        ref,
        title,
        dri: { handle, name },
      })),
    mine,
  }
}

/** @param origin of its links, such as `https://saydo.example` */
export async function readWeekMarkdown(
  ctx: Ctx,
  { week }: { week: IsoWeek },
  origin: string,
): Promise<{ markdown: string }> {
  const [day, all] = await Promise.all([updateDay(ctx), updatesIn(ctx, week)])
  const on = headedOn(week, day, todayOf(ctx))
  return { markdown: updatesMarkdown(pressingFirst(all), { on, group: ctx.group.slug, origin }) }
}

type Known = { week: IsoWeek; active: readonly ActiveSubject[]; all: readonly KnownUpdate[] }

/** Who has active subjects, and beside them who posted all the same; by name. */
async function peopleIn(ctx: Ctx, { week, active, all }: Known): Promise<WeekOfUpdates['people']> {
  const weeks = active.length === 0 ? new Map() : await weekOfPeople(ctx, week)
  const given = new Set(all.map(({ subject }) => subject))
  const byDri = Map.groupBy(active, ({ dri }) => dri.handle)
  const byAuthor = Map.groupBy(all, ({ author }) => author.handle)
  const people = new Map([
    ...active.map(({ dri }) => [dri.handle, dri] as const),
    ...all.map(({ author, authorId: id }) => [author.handle, { ...author, id }] as const),
  ])
  return [...people.values()]
    .map(({ id, handle, name }) => {
      const own = byDri.get(handle) ?? []
      const calendar = weeks.get(id)
      const counts = {
        subjects: own.length,
        posted: own.filter((one) => given.has(subjectSlug(one))).length,
      }
      const away = calendar !== undefined && isAwayAllWeek(calendar, week)
      const latest = (byAuthor.get(handle) ?? [])
        .map(({ postedAt }) => postedAt)
        .toSorted()
        .at(-1)
      return { handle, name, standing: standingOf({ ...counts, away }), ...counts, postedAt: latest ?? null }
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
}

type Mine = Known & { current: MilestoneRow | null }

async function mineIn(ctx: Ctx, { week, active, all, current }: Mine): Promise<MySubject[]> {
  const me = ctx.actor.id
  if (me === null) return []
  const own = active.filter(({ dri }) => dri.id === me)
  const known = new Set(own.map(subjectSlug))
  const others = all.filter((one) => one.editable && !known.has(one.subject))
  const drafts = await draftsUpTo(ctx, week)
  const shownAnyway = new Set([...known, ...others.map(({ subject }) => subject)])
  const begunOnly = await drivenOf(
    ctx,
    [...drafts].flatMap(([slug, one]) => (shownAnyway.has(slug) ? [] : [one])),
  )
  const subjects = [
    ...own.map(({ kind, ref, title }) => ({ kind, ref, title, active: true })),
    ...[...others, ...begunOnly].map(({ kind, ref, title }) => ({ kind, ref, title, active: false })),
  ]
  const [last, begun] = await Promise.all([lastBefore(ctx, subjects, week), drivenSince(ctx, subjects)])
  const start = current?.startOn ? startOfDay(ctx.group.zone, current.startOn) : ctx.now
  const asked = subjects.map(({ kind, ref }) => {
    const slug = subjectSlug({ kind, ref })
    const from = begun.get(slug)
    const since = last.get(slug)?.at ?? (from && from > start ? from : start)
    return { kind, ref, since }
  })
  const happened = await happenedSince(ctx, asked)
  const cards = subjects.flatMap(({ kind, ref, title, active: isActive }) => {
    const subject = subjectSlug({ kind, ref })
    const what = happened.get(subject)
    if (!what) return []
    const update = all.find((one) => one.subject === subject)
    const before = last.get(subject) ?? null
    const card: MySubject = {
      subject,
      kind,
      ref,
      title,
      active: isActive,
      ...what,
      last: before && { week: before.week, confidence: before.confidence },
      update: update ? shown(update) : null,
      draft: drafts.get(subject)?.draft ?? null,
      left: drafts.get(subject)?.left ?? null,
    }
    const sure = update
      ? { confidence: update.confidence, before: update.before }
      : { confidence: before?.confidence ?? null, before: before?.before ?? null }
    return [{ card, blocked: what.blockedSince !== null, ...sure }]
  })
  return pressingFirst(cards).map(({ card }) => card)
}

/** Since when their DRI of today drives them; tech leads have no such row. */
async function drivenSince(
  ctx: Ctx,
  subjects: readonly { kind: 'issue' | 'epic'; ref: number }[],
): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await ctx.db.query<{ subject: string; at: Date }>({
    name: 'driven-since',
    text: `select s.kind || '-' || s.ref as subject, d.from_at as at from unnest($2::text[], $3::int[]) as s (kind, ref)
      join dri_assignments d on d.group_id = $1 and d.subject_kind = s.kind and d.subject_number = s.ref and d.to_at is null`,
    values: [ctx.group.id, subjects.map(({ kind }) => kind), subjects.map(({ ref }) => ref)],
  })
  return new Map(rows.map(({ subject, at }) => [subject, at]))
}
