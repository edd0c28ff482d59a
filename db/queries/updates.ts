import type { StatusUpdate } from '#lib/contract/updates.ts'
import type { Confidence } from '#lib/domain/confidence.ts'
import { may } from '#lib/domain/permissions.ts'
import { type NumberedKind, type NumberedSubject, subjectSlug } from '#lib/domain/subjects.ts'
import { phaseOf, whyNotPost } from '#lib/domain/updates/owed.ts'
import type { IsoWeek } from '#lib/kit/iso-week.ts'
import type { Ctx } from '../context.ts'
import { subjectFacts } from './subjects.ts'
import { todayOf } from './milestones.ts'

type Row = {
  kind: NumberedKind
  ref: number
  title: string
  week: IsoWeek
  authorId: string
  author: { handle: string; name: string }
  driId: string | null
  blocked: boolean
  progress: string
  blockers: string
  next: string
  confidence: Confidence
  before: Confidence | null
  milestone: string | null
  postedAt: Date
  editedAt: Date | null
  version: number
}

/** `$1` is the group, `$2` whether the reader sees what is confidential. */
const COLUMNS = `select u.subject_kind as kind, u.subject_number as ref, coalesce(i.title, e.title) as title, u.week,
    u.author_id as "authorId", jsonb_build_object('handle', p.handle, 'name', p.name) as author,
    coalesce(i.dri_id, e.tech_lead_id) as "driId", u.progress, u.blockers, u.next, u.confidence, m.title as milestone,
    (select o.confidence from status_updates o where o.group_id = u.group_id and o.subject_kind = u.subject_kind
      and o.subject_number = u.subject_number and o.week < u.week order by o.week desc limit 1) as before,
    u.posted_at as "postedAt", u.edited_at as "editedAt", u.version,
    exists (select from issue_labels x join labels k on k.group_id = x.group_id and k.id = x.label_id
      where x.group_id = u.group_id and x.issue_number = u.issue_number and k.meaning = 'workflow.blocked') as blocked
  from status_updates u join people p on p.id = u.author_id
    left join issues i on i.group_id = u.group_id and i.number = u.issue_number
    left join epics e on e.group_id = u.group_id and e.number = u.epic_number
    left join milestones m on m.group_id = u.group_id and m.id = u.milestone_id
  where u.group_id = $1 and ($2 or i.confidential is not true)`

/** An update with what decides where it stands in a list. */
export type KnownUpdate = StatusUpdate & { authorId: string; driId: string | null; blocked: boolean }

/** All updates of a week that the reader may see, epics last, by number. */
export async function updatesIn(ctx: Ctx, week: IsoWeek): Promise<KnownUpdate[]> {
  const { rows } = await ctx.db.query<Row>({
    name: 'updates-in-week',
    text: `${COLUMNS} and u.week = $3 order by u.subject_kind desc, u.subject_number`,
    values: [ctx.group.id, may(ctx.actor, 'see.confidential'), week],
  })
  return rows.map((row) => known(ctx, row))
}

/**
 * All updates of an issue or epic, the latest week first.
 * @throws not_found for what the reader may not see
 */
export async function updatesOf(ctx: Ctx, subject: NumberedSubject): Promise<StatusUpdate[]> {
  await subjectFacts(ctx, subject)
  const { rows } = await ctx.db.query<Row>({
    name: 'updates-of-subject',
    text: `${COLUMNS} and u.subject_kind = $3 and u.subject_number = $4 order by u.week desc`,
    values: [ctx.group.id, may(ctx.actor, 'see.confidential'), subject.kind, subject.ref],
  })
  return rows.map((row) => shown(known(ctx, row)))
}

/**
 * The update of an issue or epic in a week; null where there is none.
 * @throws not_found for what the reader may not see
 */
export async function updateOf(
  ctx: Ctx,
  subject: NumberedSubject,
  week: IsoWeek,
): Promise<StatusUpdate | null> {
  return (await updatesOf(ctx, subject)).find((one) => one.week === week) ?? null
}

/** As it is sent. */
export const shown = ({
  authorId: _author,
  driId: _dri,
  blocked: _blocked,
  ...update
}: KnownUpdate): StatusUpdate => update

function known(ctx: Ctx, { postedAt, editedAt, ...row }: Row): KnownUpdate {
  const me = ctx.actor.id
  const mine = row.authorId === me
  const may = whyNotPost({ dri: null, mine: me !== null && row.driId === me, wrote: mine }) === null
  return {
    ...row,
    subject: subjectSlug(row),
    postedAt: postedAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
    mine,
    editable: may && phaseOf(row.week, todayOf(ctx)) === 'running',
  }
}

/** The weekday on which updates of the group are due: 1 = Monday … 7 = Sunday. */
export async function updateDay(ctx: Ctx): Promise<number> {
  const { rows } = await ctx.db.query<{ day: number }>({
    name: 'update-day',
    text: 'select update_day as day from groups where id = $1',
    values: [ctx.group.id],
  })
  return rows[0]?.day ?? 1
}
