import { openSession } from '#db/commands/sessions.ts'
import { pool } from '#db/connection.ts'
import { api } from '../api.ts'
import { sessionCookieName } from '../auth/cookie.ts'

export type Asked = { status: number; headers: Headers; body: Record<string, unknown> & { detail: string } }
export type Asking = {
  as?: string
  cookie?: string
  method?: string
  body?: unknown
  raw?: string
  headers?: Record<string, string>
  /** As a browser asks that says nothing of where the page came from. */
  bare?: boolean
}

const cookies = new Map<string, string>()

/** The cookie of somebody of the handbook's group. */
export async function cookieOf(handle: string): Promise<string> {
  const known = cookies.get(handle)
  if (known) return known
  const { rows } = await pool().query<{ id: string }>('select id from people where handle = $1', [handle])
  const [person] = rows
  if (!person) throw new Error(`nobody is called ${handle}`)
  const now = new Date()
  const token = await openSession(pool(), { personId: person.id, userAgent: null }, now)
  const cookie = `${sessionCookieName()}=${token}`
  cookies.set(handle, cookie)
  return cookie
}

/** Asks the API as a browser of ours would, without a network in between. */
export async function ask(
  path: string,
  { as, cookie, method = 'GET', body, raw, headers, bare = false }: Asking = {},
): Promise<Asked> {
  const session = cookie ?? (as ? await cookieOf(as) : undefined)
  const answer = await api.fetch(
    new Request(`http://127.0.0.1:3000/api/v1${path}`, {
      method,
      headers: {
        ...(session ? { cookie: session } : {}),
        ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
        ...(method === 'GET' || bare ? {} : { 'sec-fetch-site': 'same-origin' }),
        ...headers,
      },
      ...(raw !== undefined ? { body: raw } : body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )
  const text = await answer.text()
  return {
    status: answer.status,
    headers: answer.headers,
    body: /json/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(text) : { detail: '' },
  }
}
