import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { setFeed as endpoint, setFeedParts as choosing } from '#lib/contract/calendar-files.ts'
import { type FeedPart, partsOf } from '#lib/domain/calendar/feed-names.ts'
import { Failure, notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'
import { ownAct } from '../own-act.ts'
import { hashOf, newToken } from '../token.ts'
import { TOKEN_PREFIX } from './tokens.ts'

/**
 * Gives a calendar feed of the actor an address, or revokes it: the address of before stops working. The secret in it is
 * its only copy, and no part of the answer that a retry would find.
 */
export async function setFeed(
  ctx: Ctx,
  { of, on, parts }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> {
  const secret = TOKEN_PREFIX + newToken()
  const hash = hashOf(secret)
  const made = await ownAct(ctx, (ctx) => write(ctx, { of, hash: on ? hash : null, parts }))
  if (made.hash === null || made.parts === null) return { feed: null, address: null }
  if (made.hash !== hash) {
    const because = 'The feed exists, and its address was shown once. Renew it to get another.'
    throw new Failure('conflict', because, { rule: 'address_shown' })
  }
  return {
    feed: { of, createdAt: made.createdAt, parts: made.parts },
    address: `/api/v1/calendar/${secret}.ics`,
  }
}

type Written = { of: string; hash: string | null; parts: readonly FeedPart[] | undefined }

/** Another address of a feed holds what it held, unless other parts are named. */
async function write(ctx: Ctx, { of, hash, parts }: Written) {
  const createdAt = ctx.now.toISOString()
  if (hash === null) {
    await ctx.db.query('delete from calendar_feeds where group_id = $1 and person_id = $2 and of = $3', [
      ctx.group.id,
      ctx.actor.id,
      of,
    ])
    return { hash, createdAt, parts: null }
  }
  const { rows } = await ctx.db.query<{ parts: FeedPart[] }>(
    `insert into calendar_feeds (group_id, person_id, of, token, created_at, parts)
      values ($1, $2, $3, $4, $5, coalesce($6, '{away}'::text[]))
      on conflict (group_id, person_id, of) do update set token = excluded.token, created_at = excluded.created_at,
        parts = coalesce($6, calendar_feeds.parts) returning parts`,
    [ctx.group.id, ctx.actor.id, of, hash, ctx.now, parts ? partsOf(parts) : null],
  )
  return { hash, createdAt, parts: rows[0]?.parts ?? null }
}

/** What a feed of the actor holds from now on; its address stays. */
export const setFeedParts = (
  ctx: Ctx,
  { of, parts }: InputOf<typeof choosing>,
): Promise<OutputOf<typeof choosing>> =>
  ownAct(ctx, async (ctx) => {
    const { rows } = await ctx.db.query<{ createdAt: Date; parts: FeedPart[] }>(
      `update calendar_feeds set parts = $4 where group_id = $1 and person_id = $2 and of = $3
        returning created_at as "createdAt", parts`,
      [ctx.group.id, ctx.actor.id, of, partsOf(parts)],
    )
    const [row] = rows
    if (!row) throw notFound('This calendar feed')
    return { feed: { of, createdAt: row.createdAt.toISOString(), parts: row.parts } }
  })
