import { endSession, openSession } from '#db/commands/sessions.ts'
import { pool } from '#db/connection.ts'
import { sessionCookie, tokenOf } from './cookie.ts'

/** Begins a session of a person whose identity is settled, and ends the one that the browser had before. */
export async function beginSession(request: Request, personId: string, now: Date): Promise<Headers> {
  await endEarlier(request)
  const userAgent = request.headers.get('user-agent')?.slice(0, 300) ?? null
  const token = await openSession(pool(), { personId, userAgent }, now)
  return new Headers({ 'set-cookie': sessionCookie(token), 'cache-control': 'no-store' })
}

/** One browser, one session: signing in again ends the session before. */
export async function endEarlier(request: Request): Promise<void> {
  const earlier = tokenOf(request.headers.get('cookie'))
  if (earlier) await endSession(pool(), earlier)
}
