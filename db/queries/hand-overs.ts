import type { Issue } from '#lib/contract/issues.ts'
import type { Offer } from '#lib/domain/dri.ts'
import type { NumberedKind, NumberedSubject } from '#lib/domain/subjects.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'
import { NUMBER } from './subject-sql.ts'

export type OfferFacts = Offer & { id: number; context: string }

const PERSON = (column: string) =>
  `(select jsonb_build_object('id', p.id, 'name', p.name) from people p where p.id = h.${column})`
const factsOf = (
  kind: NumberedKind,
) => `select h.id, h.context, h.outcome, ${PERSON('from_id')} as "from", ${PERSON('to_id')} as "to",
  ${PERSON('by_id')} as "by", ${PERSON('answered_by_id')} as "answeredBy"
  from hand_overs h where h.group_id = $1 and h.${NUMBER[kind]} = $2`

/** The one hand-over of an issue or epic that waits for an answer. */
export async function waitingOffer(ctx: Ctx, { kind, ref }: NumberedSubject): Promise<OfferFacts | null> {
  const { rows } = await ctx.db.query<OfferFacts>({
    name: `waiting-offer-of-${kind}`,
    text: `${factsOf(kind)} and h.outcome is null`,
    values: [ctx.group.id, ref],
  })
  return rows[0] ?? null
}

/** @throws not_found also for a hand-over of another subject */
export async function offerById(ctx: Ctx, { kind, ref }: NumberedSubject, id: number): Promise<OfferFacts> {
  const { rows } = await ctx.db.query<OfferFacts>({
    name: `offer-of-${kind}`,
    text: `${factsOf(kind)} and h.id = $3`,
    values: [ctx.group.id, ref, id],
  })
  if (!rows[0]) throw notFound('That hand-over')
  return rows[0]
}

/** All hand-overs that were offered of an issue or epic, the newest first. */
export async function handOversOf(ctx: Ctx, { kind, ref }: NumberedSubject): Promise<Issue['handOvers']> {
  const handle = (column: string) => `(select handle from people where id = h.${column})`
  const { rows } = await ctx.db.query<Row>({
    name: `hand-overs-of-${kind}`,
    text: `select h.id, h.context, h.at, h.outcome, h.answered_at as "answeredAt", h.reason,
        ${handle('from_id')} as "from", ${handle('to_id')} as "to", ${handle('by_id')} as "by",
        ${handle('answered_by_id')} as "answeredBy"
      from hand_overs h where h.group_id = $1 and h.${NUMBER[kind]} = $2 order by h.id desc`,
    values: [ctx.group.id, ref],
  })
  return rows.map(({ at, answeredAt, ...rest }) => ({
    ...rest,
    at: at.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
  }))
}

type Row = Omit<Issue['handOvers'][number], 'at' | 'answeredAt'> & { at: Date; answeredAt: Date | null }
