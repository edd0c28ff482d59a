import { expect } from 'vitest'
import { GET as live } from '#app/api/live/route.ts'
import { openSession, SESSION_SECONDS } from '#db/commands/sessions.ts'
import { pool } from '#db/connection.ts'
import { personCtx } from '#db/testing/group.ts'
import { sessionCookieName } from '../auth/cookie.ts'
import { feed } from '../live/feed.ts'

/** What is documented: a reader who loses access loses the stream within this time. */
export const AT_ONCE = { timeout: 1000, interval: 10 }

export type Stream = { text: () => string; ended: () => boolean; close: () => void }

/** A live stream of the group, from now on or behind the event `after`. */
export async function streamOf(headers: Record<string, string>, after?: number): Promise<Stream> {
  const stop = new AbortController()
  const behind = after === undefined ? '' : `&after=${after}`
  const address = `http://127.0.0.1:3000/api/live?group=custom-models${behind}`
  const answer = await live(new Request(address, { headers, signal: stop.signal }))
  expect(answer.status).toBe(200)
  let [text, ended] = ['', false]
  const read = async () => {
    const decoder = new TextDecoder()
    for await (const chunk of answer.body ?? []) text += decoder.decode(chunk, { stream: true })
    ended = true
  }
  void read()
  await feed().start()
  return { text: () => text, ended: () => ended, close: () => stop.abort() }
}

/** A session of a person that runs out after so many milliseconds. */
export async function sessionOf(
  handle: string,
  left = SESSION_SECONDS * 1000,
): Promise<Record<string, string>> {
  const { actor } = await personCtx(handle)
  const began = new Date(Date.now() + left - SESSION_SECONDS * 1000)
  const token = await openSession(pool(), { personId: actor.id ?? '', userAgent: null }, began)
  return { cookie: `${sessionCookieName()}=${token}` }
}
