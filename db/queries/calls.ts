import type { Call, listCalls as endpoint } from '#lib/contract/calls.ts'
import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import { CALL_WEEKS, type CallRate } from '#lib/domain/calls.ts'
import { may } from '#lib/domain/permissions.ts'
import type { NumberedKind, NumberedSubject } from '#lib/domain/subjects.ts'
import { notFound } from '#lib/kit/failure.ts'
import { addDays, type PlainDate } from '#lib/kit/plain-date.ts'
import type { Ctx } from '../context.ts'
import { todayOf } from './milestones.ts'
import { subjectNamed } from './subjects.ts'

const PAGE = 50

type Person = { id: string; handle: string; name: string }
/** A call as commands look at it, with names. */
export type CallFacts = {
  id: number
  about: { kind: NumberedKind; ref: number; title: string }
  day: PlainDate
  people: Person[]
  outcome: string
  why: string
  recording: string
  by: Person | null
  /** In ISO 8601. */
  at: string
}

const person = (of: string) =>
  `jsonb_build_object('id', ${of}.id, 'handle', ${of}.handle, 'name', ${of}.name)`

/** The issue of a call, looked up for each: calls are few, and issues are not. */
const ISSUE = `left join lateral (select i.number, i.title, i.confidential from issues i
    where i.group_id = c.group_id and i.number = c.issue_number limit 1) i on true`

/** Calls `c` as facts; $1 is the group, $2 whether confidential issues are seen. */
const FACTS = `select c.id, c.day, c.outcome, c.why, c.recording,
    case when i.number is not null then jsonb_build_object('kind', 'issue', 'ref', i.number, 'title', i.title)
      else jsonb_build_object('kind', 'epic', 'ref', e.number, 'title', e.title) end as about,
    case when b.id is not null then ${person('b')} end as by, to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
    coalesce((select jsonb_agg(${person('p')} order by p.name collate by_language, p.id)
      from call_people x join people p on p.id = x.person_id where x.group_id = c.group_id and x.call_id = c.id), '[]') as people
  from calls c left join people b on b.id = c.by_id
  ${ISSUE}
  left join epics e on e.group_id = c.group_id and e.number = c.epic_number
  where c.group_id = $1 and ($2 or i.confidential is not true)`

/** The newest first. */
async function callRows(
  ctx: Ctx,
  subject: NumberedSubject | null,
  after: number | null,
): Promise<CallFacts[]> {
  const { rows } = await ctx.db.query<CallFacts>({
    name: 'calls',
    text: `${FACTS} and ($3::text is null or ($3 = 'issue' and c.issue_number = $4) or ($3 = 'epic' and c.epic_number = $4))
      and ($5::int is null or (c.day, c.id) < (select k.day, k.id from calls k where k.group_id = $1 and k.id = $5))
      order by c.day desc, c.id desc limit ${PAGE + 1}`,
    values: [
      ctx.group.id,
      may(ctx.actor, 'see.confidential'),
      subject?.kind ?? null,
      subject?.ref ?? null,
      after,
    ],
  })
  return rows
}

/** Of the last weeks, those that the reader may see. */
async function callRate(ctx: Ctx, today: PlainDate): Promise<CallRate> {
  const { rows } = await ctx.db.query<{ calls: number; recorded: number }>({
    name: 'call-rate',
    text: `select count(*)::int as calls, (count(*) filter (where c.recording <> ''))::int as recorded
      from calls c ${ISSUE}
      where c.group_id = $1 and ($2 or i.confidential is not true) and c.day > $3`,
    values: [ctx.group.id, may(ctx.actor, 'see.confidential'), addDays(today, -7 * CALL_WEEKS)],
  })
  return { calls: rows[0]?.calls ?? 0, recorded: rows[0]?.recorded ?? 0, weeks: CALL_WEEKS }
}

export async function listCalls(
  ctx: Ctx,
  { subject: named, after }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> {
  const subject = named === undefined ? null : subjectNamed(named)
  const today = todayOf(ctx)
  const [rows, rate] = await Promise.all([
    callRows(ctx, subject, after === undefined ? null : Number(after)),
    callRate(ctx, today),
  ])
  const found = rows.slice(0, PAGE)
  const last = found.at(-1)
  return {
    items: found.map(callOf),
    next: rows.length > PAGE && last ? String(last.id) : null,
    rate,
    today,
  }
}

/** @throws not_found for what is not there, lies in another group, or is about an issue that may not be seen */
export async function callById(ctx: Ctx, id: number): Promise<CallFacts> {
  const { rows } = await ctx.db.query<CallFacts>({
    name: 'call',
    text: `${FACTS} and c.id = $3`,
    values: [ctx.group.id, may(ctx.actor, 'see.confidential'), id],
  })
  const [found] = rows
  if (!found) throw notFound('The call')
  return found
}

/** As the contract shows it. */
export const callOf = ({ people, by, ...facts }: CallFacts): Call => ({
  ...facts,
  people: people.map(({ handle, name }) => ({ handle, name })),
  by: by?.handle ?? null,
})
