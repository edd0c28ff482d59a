import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { Hand, listHands as endpoint } from '#lib/contract/hands.ts'
import type { HandKind } from '#lib/domain/hands.ts'
import { medianWait } from '#lib/domain/hands.ts'
import { may } from '#lib/domain/permissions.ts'
import { type NumberedKind, type NumberedSubject } from '#lib/domain/subjects.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'
import { subjectNamed } from './subjects.ts'

const PAGE = 50
/** Days over which the time to help is told. */
const MEDIAN_DAYS = 90

/** A hand as commands look at it, with names. */
export type HandFacts = {
  id: number
  kind: HandKind
  ask: string
  about: { kind: NumberedKind; ref: number; title: string } | null
  person: { id: string; handle: string; name: string }
  raisedAt: Date
  helper: { id: string; handle: string; name: string } | null
  helpedAt: Date | null
  loweredBy: string | null
  loweredAt: Date | null
  how: string | null
}

const person = (of: string) =>
  `jsonb_build_object('id', ${of}.id, 'handle', ${of}.handle, 'name', ${of}.name)`

/** Hands `h` as facts; $1 is the group, $2 whether confidential issues are seen. */
const FACTS = `select h.id, h.kind, h.ask, h.raised_at as "raisedAt", h.helped_at as "helpedAt", h.lowered_at as "loweredAt", h.how,
    case when i.number is not null then jsonb_build_object('kind', 'issue', 'ref', i.number, 'title', i.title)
      when e.number is not null then jsonb_build_object('kind', 'epic', 'ref', e.number, 'title', e.title) end as about,
    ${person('p')} as person, case when q.id is not null then ${person('q')} end as helper, l.handle as "loweredBy"
  from hands h join people p on p.id = h.person_id
  left join people q on q.id = h.helper_id left join people l on l.id = h.lowered_by_id
  left join issues i on i.group_id = h.group_id and i.number = h.issue_number
  left join epics e on e.group_id = h.group_id and e.number = h.epic_number
  where h.group_id = $1 and ($2 or i.confidential is not true)`

/** Those that wait for help first, of these and of the helped the ones that wait longest; all of them: they are few. */
export async function openHands(ctx: Ctx, subject: NumberedSubject | null = null): Promise<HandFacts[]> {
  const { rows } = await ctx.db.query<HandFacts>({
    name: 'open-hands',
    text: `${FACTS} and h.lowered_at is null and ($3::text is null or ($3 = 'issue' and h.issue_number = $4) or ($3 = 'epic' and h.epic_number = $4))
      order by h.helper_id is not null, h.raised_at, h.id`,
    values: [ctx.group.id, may(ctx.actor, 'see.confidential'), subject?.kind ?? null, subject?.ref ?? null],
  })
  return rows
}

async function loweredHands(
  ctx: Ctx,
  subject: NumberedSubject | null,
  { q, after }: { q: string; after: number | null },
): Promise<HandFacts[]> {
  const { rows } = await ctx.db.query<HandFacts>({
    name: 'lowered-hands',
    text: `${FACTS} and h.lowered_at is not null
        and ($3::text is null or ($3 = 'issue' and h.issue_number = $4) or ($3 = 'epic' and h.epic_number = $4))
        and ($5 = '' or strpos(lower(concat_ws(' ', h.ask, h.how, i.title, e.title)), lower($5)) > 0)
        and ($6::int is null or h.id < $6)
      order by h.id desc limit ${PAGE + 1}`,
    values: [
      ctx.group.id,
      may(ctx.actor, 'see.confidential'),
      subject?.kind ?? null,
      subject?.ref ?? null,
      q,
      after,
    ],
  })
  return rows
}

/** Minutes from raising to the first help, of all hands of the last days that found help: a sum of the group’s. */
async function waits(ctx: Ctx): Promise<number[]> {
  const { rows } = await ctx.db.query<{ minutes: number }>({
    name: 'hand-waits',
    text: `select (extract(epoch from h.helped_at - h.raised_at) / 60)::float8 as minutes from hands h
      where h.group_id = $1 and h.helped_at is not null and h.raised_at >= $2::timestamptz - interval '${MEDIAN_DAYS} days'`,
    values: [ctx.group.id, ctx.now],
  })
  return rows.map(({ minutes }) => minutes)
}

export async function listHands(
  ctx: Ctx,
  { state = 'open', q = '', subject: named, after }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> {
  const subject = named === undefined ? null : subjectNamed(named)
  const words = q.trim()
  const [rows, minutes] = await Promise.all([
    state === 'open'
      ? openHands(ctx, subject)
      : loweredHands(ctx, subject, { q: words, after: after === undefined ? null : Number(after) }),
    waits(ctx),
  ])
  const says = ({ ask, about }: HandFacts) =>
    `${ask} ${about?.title ?? ''}`.toLowerCase().includes(words.toLowerCase())
  const found = state === 'open' ? rows.filter(says) : rows.slice(0, PAGE)
  const last = found.at(-1)
  return {
    items: found.map(handOf),
    next: state === 'lowered' && rows.length > PAGE && last ? String(last.id) : null,
    medianMinutes: medianWait(minutes),
  }
}

/** @throws not_found for what is not there, lies in another group, or is about an issue that may not be seen */
export async function handById(ctx: Ctx, id: number): Promise<HandFacts> {
  const { rows } = await ctx.db.query<HandFacts>({
    name: 'hand',
    text: `${FACTS} and h.id = $3`,
    values: [ctx.group.id, may(ctx.actor, 'see.confidential'), id],
  })
  const [found] = rows
  if (!found) throw notFound('The hand')
  return found
}

/** As the contract shows it. */
export const handOf = (facts: HandFacts): Hand => ({
  id: facts.id,
  kind: facts.kind,
  ask: facts.ask,
  about: facts.about,
  by: facts.person.handle,
  raisedAt: facts.raisedAt.toISOString(),
  helper: facts.helper?.handle ?? null,
  helpedAt: facts.helpedAt?.toISOString() ?? null,
  lowered:
    facts.loweredAt === null
      ? null
      : { by: facts.loweredBy, at: facts.loweredAt.toISOString(), how: facts.how ?? '' },
})
