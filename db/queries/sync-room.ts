import type { AgendaItem, SyncRoom } from '#lib/contract/syncs.ts'
import { may } from '#lib/domain/permissions.ts'
import { type NumberedSubject, subjectSlug } from '#lib/domain/subjects.ts'
import { type AgendaEntry, joined, sourceOf } from '#lib/domain/syncs/agenda.ts'
import { minutesMarkdown } from '#lib/domain/syncs/minutes.ts'
import { settles } from '#lib/domain/syncs/outcomes.ts'
import { subjectsSettled } from '#lib/domain/syncs/standing.ts'
import type { Ctx } from '../context.ts'
import { agendaNow } from './agenda/agenda.ts'
import { type OutcomeFacts, outcomesOfSync, shownOutcome } from './sync-outcomes.ts'
import { membersOn } from './sync-presence.ts'
import { shownSync, syncById, type SyncFacts } from './syncs.ts'

/** The agenda of the next sync, with what was settled before it. */
export async function readAgenda(ctx: Ctx): Promise<SyncRoom> {
  const [now, outcomes] = await Promise.all([agendaNow(ctx, null), outcomesOfSync(ctx, null)])
  const entries = { now, began: null, over: [] }
  return { sync: null, items: await itemsOf(ctx, entries, outcomes), outcomes: outcomes.map(shownOutcome) }
}

/** A sync: of one that runs, with what came up since it began; of one that is over, as it ended. */
export async function readSync(ctx: Ctx, { sync: id }: { sync: number }): Promise<SyncRoom> {
  const sync = await syncById(ctx, id)
  const [now, outcomes, lookedAt, members] = await Promise.all([
    sync.state === 'running' ? agendaNow(ctx, id) : null,
    outcomesOfSync(ctx, id),
    lookedAtOf(ctx, id),
    membersOn(ctx, sync.day),
  ])
  const items = await itemsOf(ctx, { now, began: sync.agenda, over: sync.over }, outcomes)
  return { sync: { ...shownSync(sync), lookedAt, members }, items, outcomes: outcomes.map(shownOutcome) }
}

/** @param origin of its links, such as `https://saydo.example` */
export async function readMinutes(
  ctx: Ctx,
  { sync: id }: { sync: number },
  origin: string,
): Promise<{ markdown: string }> {
  const room = await readSync(ctx, { sync: id })
  return { markdown: minutesMarkdown(room, { group: ctx.group.slug, origin }) }
}

/** `now` is null for what is over; `began` is what a sync began with, null before it. */
type Entries = { now: AgendaEntry[] | null; began: AgendaEntry[] | null; over: readonly string[] }

/** Everything that stood on the agenda: what it began with, what came up, and what an outcome took off. */
export function entriesOf({ now, began }: Entries, outcomes: readonly OutcomeFacts[]): AgendaEntry[] {
  const settled = outcomes.map(({ item: key, about, reason }): AgendaEntry => ({
    key,
    about: about && { kind: about.kind, ref: about.ref },
    person: null,
    reasons: [reason],
  }))
  return joined(now ?? [], began ?? [], settled)
}

/** Keys whose reason is gone without an outcome. */
export function overOf({ now, began, over }: Entries, entries: readonly AgendaEntry[]): ReadonlySet<string> {
  if (now === null) return new Set(over)
  const still = new Set(now.map(({ key }) => key))
  return new Set(began === null ? [] : entries.map(({ key }) => key).filter((key) => !still.has(key)))
}

async function itemsOf(ctx: Ctx, all: Entries, outcomes: readonly OutcomeFacts[]): Promise<AgendaItem[]> {
  const entries = entriesOf(all, outcomes)
  const titles = await titlesOf(
    ctx,
    entries.flatMap(({ about }) => about ?? []),
  )
  const settled = subjectsSettled(outcomes.filter(({ kind }) => settles(kind)))
  const over = overOf(all, entries)
  const known = all.began && new Set(all.began.map(({ key }) => key))
  return entries.flatMap((entry): AgendaItem[] => {
    const title = entry.about && titles.get(subjectSlug(entry.about))
    // what may not be seen, and what was removed since, is not shown
    if (entry.about && title === undefined) return []
    return [
      {
        key: entry.key,
        source: sourceOf(entry),
        reasons: entry.reasons,
        about: entry.about && { ...entry.about, title: title ?? '' },
        person: entry.person,
        state: settled(entry) ? 'settled' : over.has(entry.key) ? 'over' : 'open',
        isNew: all.now !== null && known !== null && !known.has(entry.key),
      },
    ]
  })
}

/** The titles of issues and epics by their slugs; of those alone that the reader may see. */
async function titlesOf(
  ctx: Ctx,
  subjects: readonly NumberedSubject[],
): Promise<ReadonlyMap<string, string>> {
  const numbers = (of: NumberedSubject['kind']) =>
    subjects.filter(({ kind }) => kind === of).map(({ ref }) => ref)
  const { rows } = await ctx.db.query<NumberedSubject & { title: string }>({
    name: 'agenda-titles',
    text: `select 'issue' as kind, number as ref, title from issues
        where group_id = $1 and number = any($2::int[]) and ($4 or not confidential)
      union all select 'epic', number, title from epics where group_id = $1 and number = any($3::int[])`,
    values: [ctx.group.id, numbers('issue'), numbers('epic'), may(ctx.actor, 'see.confidential')],
  })
  return new Map(rows.map(({ title, ...subject }) => [subjectSlug(subject), title]))
}

/** When the reader looked at it last; null before the first time. */
async function lookedAtOf(ctx: Ctx, sync: number): Promise<string | null> {
  const { rows } = await ctx.db.query<{ at: Date }>({
    name: 'sync-looked-at',
    text: 'select seen_at as at from sync_visits where group_id = $1 and sync_id = $2 and person_id = $3',
    values: [ctx.group.id, sync, ctx.actor.id],
  })
  return rows[0]?.at.toISOString() ?? null
}

/** What the sync holds at a moment, to be kept with it. */
export async function agendaOfSync(
  ctx: Ctx,
  sync: SyncFacts,
): Promise<{ agenda: AgendaEntry[]; over: string[] }> {
  const [now, outcomes] = await Promise.all([agendaNow(ctx, sync.id), outcomesOfSync(ctx, sync.id)])
  const all = { now, began: sync.agenda, over: [] }
  const agenda = entriesOf(all, outcomes)
  const settled = subjectsSettled(outcomes.filter(({ kind }) => settles(kind)))
  const gone = overOf(all, agenda)
  return { agenda, over: agenda.filter((one) => gone.has(one.key) && !settled(one)).map(({ key }) => key) }
}
