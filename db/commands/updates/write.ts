import type { PersonRef } from '#lib/domain/event-refs.ts'
import type { Said, UpdateTexts } from '#lib/domain/events/updates.ts'
import { type NumberedSubject, subjectSlug } from '#lib/domain/subjects.ts'
import { whyNotInWeek, whyNotPost } from '#lib/domain/updates/owed.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import type { IsoWeek } from '#lib/kit/iso-week.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { lastEvent } from '../../queries/events.ts'
import { timeboxes, todayOf } from '../../queries/milestones.ts'
import { subjectFacts } from '../../queries/subjects.ts'
import { meOf } from '../issues/dri.ts'

/** An update that there is, as the law looks at it. */
export type Kept = UpdateTexts & { id: number; version: number; author: PersonRef }

type Asked = UpdateTexts & {
  week: IsoWeek
  subject: NumberedSubject
  /** The version that the author has read, 0 for none; without it, nothing is compared. */
  version?: number | undefined
}

export type Written = { subject: string; version: number; event: number }

/** Posts an update or changes the one that there is, in the transaction of the caller. */
export async function writeUpdate(ctx: Ctx, { week, subject, version, ...texts }: Asked): Promise<Written> {
  authorise(ctx, 'update.post')
  const { id: me, name } = meOf(ctx)
  insist(whyNotInWeek(week, todayOf(ctx)))
  const { dri } = await subjectFacts(ctx, subject)
  const kept = await keptUpdate(ctx, subject, week)
  insist(whyNotPost({ dri, mine: dri?.id === me, wrote: kept?.author.id === me }))
  if (version !== undefined && version !== (kept?.version ?? 0)) throw stale(kept, texts)
  const said = { ...texts, author: { id: me, name } }
  const written = kept
    ? await change(ctx, { week, subject, kept, said })
    : await post(ctx, { week, subject, said })
  await ctx.db.query({
    name: 'drop-posted-draft',
    text: `delete from update_drafts where group_id = $1 and person_id = $2 and week = $3 and subject_kind = $4 and subject_number = $5`,
    values: [ctx.group.id, me, week, subject.kind, subject.ref],
  })
  return { subject: subjectSlug(subject), ...written }
}

export async function keptUpdate(
  ctx: Ctx,
  { kind, ref }: NumberedSubject,
  week: IsoWeek,
): Promise<Kept | null> {
  const { rows } = await ctx.db.query<Kept>({
    name: 'kept-update',
    text: `select u.id, u.version, u.progress, u.blockers, u.next, u.confidence,
        jsonb_build_object('id', p.id, 'name', p.name) as author
      from status_updates u join people p on p.id = u.author_id
      where u.group_id = $1 and u.subject_kind = $2 and u.subject_number = $3 and u.week = $4`,
    values: [ctx.group.id, kind, ref, week],
  })
  return rows[0] ?? null
}

type Place = { week: IsoWeek; subject: NumberedSubject }

async function post(ctx: Ctx, { week, subject, said }: Place & { said: Said }) {
  const { current } = await timeboxes(ctx)
  const milestone = current && { id: current.id, title: current.title }
  const id = await insertUpdate(ctx, { week, subject, said, milestone: milestone && Number(milestone.id) })
  const data = { id, subject: ofEvent(subject), week, ...said, milestone }
  const event = await record(ctx, { type: 'update.posted', ...issueOf(subject), data })
  return { version: 1, event }
}

type Change = Place & { kept: Kept; said: Said }

/** What is sent as it was is no change. */
export async function change(ctx: Ctx, { week, subject, kept, said }: Change) {
  const { id, version, ...from } = kept
  if (sameWords(from, said) && from.author.id === said.author.id)
    return { version, event: await lastEvent(ctx) }
  const { progress, blockers, next, confidence, author } = said
  await ctx.db.query({
    name: 'change-update',
    text: `update status_updates set progress = $3, blockers = $4, next = $5, confidence = $6, author_id = $7, edited_at = $8,
        version = version + 1 where group_id = $1 and id = $2`,
    values: [ctx.group.id, id, progress, blockers, next, confidence, author.id, ctx.now],
  })
  const data = { id, subject: ofEvent(subject), week, from, to: said }
  const event = await record(ctx, { type: 'update.changed', ...issueOf(subject), data })
  return { version: version + 1, event }
}

const sameWords = (a: UpdateTexts, b: UpdateTexts): boolean =>
  a.progress === b.progress && a.blockers === b.blockers && a.next === b.next && a.confidence === b.confidence

type Row = Place & { said: Said; milestone: number | null; id?: number }

/** @param id of an update that comes back as what it was */
export async function insertUpdate(
  ctx: Ctx,
  { week, subject, said: { author, ...texts }, milestone, id }: Row,
): Promise<number> {
  const { rows } = await ctx.db.query<{ id: number }>({
    name: 'insert-update',
    text: `insert into status_updates (group_id, id, subject_kind, subject_number, week, author_id, progress, blockers, next,
        confidence, milestone_id, posted_at)
      values ($1, coalesce($2, nextval(pg_get_serial_sequence('status_updates', 'id'))::int), $3, $4, $5, $6, $7, $8, $9, $10,
        (select m.id from milestones m where m.group_id = $1 and m.id = $11), $12)
      returning id`,
    values: [
      ctx.group.id,
      id ?? null,
      subject.kind,
      subject.ref,
      week,
      author.id,
      texts.progress,
      texts.blockers,
      texts.next,
      texts.confidence,
      milestone,
      ctx.now,
    ],
  })
  return rows[0]?.id ?? 0
}

/** An event about an issue names it, and stands in its journal. */
export const issueOf = ({ kind, ref }: NumberedSubject): { issue?: number } =>
  kind === 'issue' ? { issue: ref } : {}

export const ofEvent = ({ kind, ref }: NumberedSubject) => ({ kind, number: ref })

function stale(kept: Kept | null, yours: UpdateTexts): Failure {
  if (!kept) {
    const because = 'The update was withdrawn since you read it. Post it again to keep yours.'
    return new Failure('stale', because, { rule: 'stale', yours, theirs: null, version: 0 })
  }
  const { version, author, id: _, ...theirs } = kept
  const because = `${author.name} has posted another version of this update. Choose one.`
  return new Failure('stale', because, { rule: 'stale', yours, theirs, version })
}
