import { closePool, pool } from '#db/connection.ts'
import { ownDatabase } from '#db/testing/world.ts'

/** What a page of ours sends. */
export const OURS = {
  'content-type': 'application/json',
  'sec-fetch-site': 'same-origin',
  host: 'localhost:3000',
}

export const post = (path: string, body: unknown, headers: Record<string, string> = OURS): Request =>
  new Request(`http://localhost:3000${path}`, { method: 'POST', headers, body: JSON.stringify(body) })

/** Points the process at a database of its own, for routes that commit. Use it as `beforeAll(inOwnDatabase)`. */
export async function inOwnDatabase(): Promise<() => Promise<void>> {
  const before = process.env.DATABASE_URL
  await closePool()
  process.env.DATABASE_URL = await ownDatabase()
  return async () => {
    await closePool()
    process.env.DATABASE_URL = before
  }
}

/** Gives a person of the handbook a password, as its hash. */
export async function givePassword(handle: string, hash: string): Promise<void> {
  await pool().query(
    `insert into accounts (id, account_id, provider_id, person_id, password)
      select 'password-' || p.id, p.id, 'credential', p.id, $2 from people p where p.handle = $1`,
    [handle, hash],
  )
}

/** The `name=value` of the cookies that an answer sets, as the browser would send them back. */
export const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')
