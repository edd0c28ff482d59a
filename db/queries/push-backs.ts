import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type {
  listPushBacks as list,
  PushBackFacts,
  readPushBack as read,
  resemblingPushBacks as resembling,
} from '#lib/contract/push-backs.ts'
import type { PushedWork } from '#lib/domain/push-back-terms.ts'
import type { Standing } from '#lib/domain/push-backs.ts'
import { may } from '#lib/domain/permissions.ts'
import { wordsOf } from '#lib/domain/search.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'
import { todayOf } from './milestones.ts'
import { workNamed } from './push-back-work.ts'
import { patternOf } from './word-sql.ts'

const PAGE = 50

/** The work that the row `w` names, by the tables that `joinsOf` calls by names which begin with `w`. */
const workOf = (w: string) => `jsonb_build_object('kind', ${w}.subject_kind,
  'work', ${w}.subject_kind || '-' || coalesce(${w}_m.slug, ${w}.subject_key), 'key', coalesce(${w}_m.slug, ${w}.subject_key),
  'title', coalesce(${w}_i.title, ${w}_e.title, ${w}_m.title),
  'open', coalesce(${w}_i.state = 'open', ${w}_e.closed_at is null and ${w}_m.closed_at is null))`
// each issue is looked up by itself: a join might read all of them
const joinsOf = (w: string) => `left join lateral (select i.title, i.state, i.confidential from issues i
    where i.group_id = ${w}.group_id and i.number = ${w}.issue_number offset 0) ${w}_i on true
  left join epics ${w}_e on ${w}_e.group_id = ${w}.group_id and ${w}_e.number = ${w}.epic_number
  left join milestones ${w}_m on ${w}_m.group_id = ${w}.group_id and ${w}_m.id = ${w}.milestone_id`
const person = (id: string) =>
  `(select jsonb_build_object('handle', p.handle, 'name', p.name) from people p where p.id = ${id})`

/** Of the milestone that the issue left by it: the last event about it says so. */
const LEFT = `(select coalesce(e.data->'left'->>'title', case when e.type = 'issue.pushed_back' then e.data->'milestone'->>'title' end)
  from events e where e.group_id = b.group_id and e.number = b.version)`

/** `$2` says whether the reader sees confidential issues: a push-back on one is as hidden as the issue. */
const SEEN = 'b.group_id = $1 and ($2 or b_i.confidential is not true)'
const COLUMNS = `select b.id, ${workOf('b')} as subject, b.reason, b.would_change as "wouldChange", b.revisit_on as "revisitOn",
    b.state, b.note, ${person('b.raised_by_id')} as by, b.raised_at as at, ${person('b.decided_by_id')} as "decidedBy",
    b.decided_at as "decidedAt", b.version, ${LEFT} as left,
    coalesce((select jsonb_agg(${workOf('x')} order by x.subject_kind, x.subject_key)
      from push_back_protects x ${joinsOf('x')}
      where x.group_id = b.group_id and x.push_back_id = b.id and ($2 or x_i.confidential is not true)), '[]') as protects
  from push_backs b ${joinsOf('b')}`

type Row = Omit<PushBackFacts, 'at' | 'decidedAt'> & { at: Date; decidedAt: Date | null }

const factsOf = ({ at, decidedAt, ...row }: Row): PushBackFacts => ({
  ...row,
  at: at.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
})

const seesAll = (ctx: Ctx) => may(ctx.actor, 'see.confidential')

/** Open ones first, then those that were put off, then the latest. */
const IN_ORDER = `order by case b.state when 'open' then 0 when 'deferred' then 1 else 2 end, b.version desc`

export async function listPushBacks(
  ctx: Ctx,
  { state, kind, q = '', work, cursor }: InputOf<typeof list>,
): Promise<OutputOf<typeof list>> {
  const about = work === undefined ? null : await workNamed(ctx, work)
  const from = Number(cursor ?? 0)
  const { rows } = await ctx.db.query<Row>({
    name: 'push-backs',
    text: `${COLUMNS} where ${SEEN} and ($3::text[] is null or b.state = any($3)) and ($4::text[] is null or b.subject_kind = any($4))
        and ($5::text is null or b.subject_kind = $5 and b.subject_key = $6)
        and folded(concat_ws(' ', b.reason, b.would_change, b.note, '#' || b.issue_number, coalesce(b_i.title, b_e.title, b_m.title)))
          like all($7::text[])
      ${IN_ORDER} limit ${PAGE + 1} offset $8`,
    values: [
      ctx.group.id,
      seesAll(ctx),
      state ?? null,
      kind ?? null,
      about?.kind ?? null,
      about?.key ?? null,
      wordsOf(q).map(patternOf),
      from,
    ],
  })
  const next = rows.length > PAGE ? String(from + PAGE) : null
  return { items: rows.slice(0, PAGE).map(factsOf), next }
}

/** @throws not_found also for one on an issue that the reader may not see */
export async function readPushBack(
  ctx: Ctx,
  { pushBack }: Pick<InputOf<typeof read>, 'pushBack'>,
): Promise<PushBackFacts> {
  const { rows } = await ctx.db.query<Row>({
    name: 'push-back',
    text: `${COLUMNS} where ${SEEN} and b.id = $3`,
    values: [ctx.group.id, seesAll(ctx), pushBack],
  })
  if (!rows[0]) throw notFound('That push-back')
  return factsOf(rows[0])
}

/** Those that wait for a decision of the EM or the PM today: open, put off, or due to be looked at again. */
export async function pushBacksToDecide(ctx: Ctx): Promise<PushBackFacts[]> {
  const today = todayOf(ctx)
  const { rows } = await ctx.db.query<Row>({
    name: 'push-backs-to-decide',
    text: `${COLUMNS} where ${SEEN} and (b.state = 'open' or b.revisit_on <= $3) ${IN_ORDER}`,
    values: [ctx.group.id, seesAll(ctx), today],
  })
  return rows.map(factsOf)
}

/** Letters in the same neighbourhood as those of what is asked for, in the title of the work or in the reason. */
const ALIKE = 0.5
const COMPARED = 250
const AT_MOST = 3

/** Who asks for what was pushed back before is answered with it; what was declined stands behind the rest. */
export async function resemblingPushBacks(
  ctx: Ctx,
  { title }: InputOf<typeof resembling>,
): Promise<OutputOf<typeof resembling>> {
  const { rows } = await ctx.db.query<Row>({
    name: 'resembling-push-backs',
    text: `with newest as materialized (
        select o.id, o.reason, coalesce(i.title, e.title, '') as title from push_backs o
        left join lateral (select title, confidential from issues
          where group_id = o.group_id and number = o.issue_number offset 0) i on true
        left join epics e on e.group_id = o.group_id and e.number = o.epic_number
        where o.group_id = $1 and ($2 or i.confidential is not true) order by o.id desc limit ${COMPARED}
      ),
      scored as materialized (
        select id, greatest(similarity(title, $3), word_similarity($3, title) * 0.8, word_similarity($3, reason) * 0.7) as score
        from newest
      )
      ${COLUMNS} join scored s on s.id = b.id where ${SEEN} and s.score >= ${ALIKE}
      order by b.state = 'declined', s.score desc, b.version desc limit ${AT_MOST}`,
    values: [ctx.group.id, seesAll(ctx), title],
  })
  return { items: rows.map(factsOf) }
}

/** A push-back as a command looks at it, under the lock of the group. */
export type PushBackStanding = Standing & {
  id: number
  subject: PushedWork
  reason: string
  note: string
  by: { id: string; name: string } | null
}

const STANDING = `select b.id, b.reason, b.note, b.state, b.revisit_on as "revisitOn", b.version,
    (select p.name from people p where p.id = b.decided_by_id) as "decidedBy",
    (select jsonb_build_object('id', p.id, 'name', p.name) from people p where p.id = b.raised_by_id) as by,
    jsonb_build_object('kind', b.subject_kind, 'key', b.subject_key, 'title', coalesce(b_i.title, b_e.title, b_m.title)) as subject
  from push_backs b ${joinsOf('b')}`

/** @throws not_found as `readPushBack` does */
export async function standingPushBack(ctx: Ctx, id: number): Promise<PushBackStanding> {
  const { rows } = await ctx.db.query<PushBackStanding>({
    name: 'standing-push-back',
    text: `${STANDING} where ${SEEN} and b.id = $3`,
    values: [ctx.group.id, seesAll(ctx), id],
  })
  if (!rows[0]) throw notFound('That push-back')
  return rows[0]
}

/** The latest push-back on an issue that waits for a decision. */
export async function waitingPushBack(ctx: Ctx, issue: number): Promise<PushBackStanding | null> {
  const { rows } = await ctx.db.query<PushBackStanding>({
    name: 'waiting-push-back',
    text: `${STANDING} where ${SEEN} and b.issue_number = $3 and b.state in ('open', 'deferred') order by b.id desc limit 1`,
    values: [ctx.group.id, seesAll(ctx), issue],
  })
  return rows[0] ?? null
}

/** Those whose day to be looked at again has come; `period` names the push-back and the day. */
export async function pushBacksDue(ctx: Ctx): Promise<PushBackStanding[]> {
  const { rows } = await ctx.db.query<PushBackStanding>({
    name: 'push-backs-due',
    text: `${STANDING} where ${SEEN} and b.revisit_on <= $3 order by b.id`,
    values: [ctx.group.id, seesAll(ctx), todayOf(ctx)],
  })
  return rows
}
