import { createHash } from 'node:crypto'
import { answering, otherThan } from '#app/_server/auth/answer.ts'
import { tooManyTries } from '#app/_server/auth/by-password.ts'
import { countTry } from '#db/commands/rate-limits.ts'
import { pool } from '#db/connection.ts'
import { textOfFeed } from '#db/queries/calendar-feed-text.ts'
import { feedOf } from '#db/queries/calendar-feeds.ts'
import { hashOf } from '#db/token.ts'
import { notFound } from '#lib/kit/failure.ts'

export const dynamic = 'force-dynamic'

const absent = otherThan('GET')
export { absent as DELETE, absent as PATCH, absent as POST, absent as PUT }

/** Calendars ask a few times an hour, each of a person's devices; seconds. */
const PER_FEED = { window: 15 * 60, max: 60 }
const FILE = /\/(saydo_[\w-]{43})\.ics$/

/**
 * A calendar for every program that has its address: who is away, never why, and what else its owner chose. It is sent without a session, as calendars ask for it; a
 * wrong address, a revoked one and one of a person who has left the group look the same.
 */
export const GET = answering(async (request) => {
  const [, token] = FILE.exec(new URL(request.url).pathname) ?? []
  const now = new Date()
  const feed = token === undefined ? null : await feedOf(pool(), token)
  if (!feed || token === undefined) throw notFound('This calendar')
  const { allowed, retryAfter } = await countTry(pool(), `calendar|${hashOf(token)}`, PER_FEED, now)
  if (!allowed) throw tooManyTries(retryAfter)
  const text = await textOfFeed(pool(), feed, now)
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  const headers = { 'cache-control': 'no-store', etag }
  if (request.headers.get('if-none-match')?.includes(etag))
    return new Response(null, { status: 304, headers })
  return new Response(text, {
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="away.ics"',
    },
  })
})
