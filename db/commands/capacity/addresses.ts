import type { NamedRef, TitledRef } from '#lib/domain/event-refs.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../../context.ts'

/** By what an event named, the words by which a request names the same now. @throws not_found for what was removed since */
export async function milestoneAddress(ctx: Ctx, { id, title }: TitledRef): Promise<string> {
  const { rows } = await ctx.db.query<{ slug: string }>(
    'select slug from milestones where group_id = $1 and id = $2',
    [ctx.group.id, Number(id)],
  )
  if (!rows[0]) throw notFound(`The milestone ${title}`)
  return rows[0].slug
}

export async function teamAddress(ctx: Ctx, { id, name }: NamedRef): Promise<string> {
  const { rows } = await ctx.db.query<{ slug: string }>(
    'select slug from functional_teams where group_id = $1 and id = $2',
    [ctx.group.id, Number(id)],
  )
  if (!rows[0]) throw notFound(`The team ${name}`)
  return rows[0].slug
}
