import { countTry, type Rate } from '#db/commands/rate-limits.ts'
import { noteOpened } from '#db/commands/shares.ts'
import { pool } from '#db/connection.ts'
import type { Ctx } from '#db/context.ts'
import { type OpenShare, shareOf, visitorCtx } from '#db/queries/shares.ts'
import { hashOf } from '#db/token.ts'
import { isLook, quietly } from './visits.tsx'

/** A link is sent to many people, and each of them reads it a few times; seconds. */
const PER_LINK: Rate = { window: 15 * 60, max: 300 }
const TOKEN = /^saydo_[\w-]{43}$/

export type OpenedShare = { share: OpenShare; ctx: Ctx } | { retryAfter: number }

/**
 * What a public link opens at this moment; null for an address that is unknown, revoked or has expired, which look the same.
 * A wrong address counts nothing: 256 bits need no limit, and a stranger writes nothing by guessing.
 */
export async function openShare(
  token: string,
  sent: Pick<Headers, 'get'>,
  now = new Date(),
): Promise<OpenedShare | null> {
  const share = TOKEN.test(token) ? await shareOf(pool(), token, now) : null
  if (!share) return null
  const { allowed, retryAfter } = await countTry(pool(), `share|${hashOf(token)}`, PER_LINK, now)
  if (!allowed) return { retryAfter: retryAfter ?? PER_LINK.window }
  if (isLook(sent)) await quietly(noteOpened(pool(), share, now))
  return { share, ctx: visitorCtx(share, pool(), now) }
}
