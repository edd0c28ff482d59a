import type { sessionEndpoints } from '#lib/contract/api.ts'
import type { Actor } from './actors.ts'
import { ABSENT } from './identifiers.ts'
import { OURS } from './means.ts'
import { OUTSIDER, THEIRS } from './other-group.ts'

/** A request at a route that is no endpoint of the router, and what each actor is answered. */
export type RouteCase = {
  method: 'GET' | 'POST'
  path: string
  body?: (by: string) => object
  status: (actor: Actor) => number
}

const everybodyIs = (status: number) => () => status
const TOKEN = 'a'.repeat(43)
const NEWCOMER = { name: 'Nobody', handle: 'nobody', password: 'correct horse battery' }

const post = (path: string, body: object, status: number): RouteCase => ({
  method: 'POST',
  path,
  body: () => body,
  status: everybodyIs(status),
})
const get = (path: string, status: number): RouteCase => ({
  method: 'GET',
  path,
  status: everybodyIs(status),
})

/** Whoever is at home in a group sees it, and so does the administrator. */
const inGroup = (group: string): RouteCase['status'] => {
  return ({ person }) => {
    if (person === null) return 401
    const home = person === OUTSIDER ? THEIRS : OURS
    const isThere = [OURS, THEIRS].includes(group)
    return isThere && (person === 'admin' || group === home) ? 200 : 404
  }
}

/**
 * Every route file of `app/` with what is asked there, beside the endpoints of the router, each of which has a row in
 * permitted.ts. An open route begins no session without its secret, for any caller: none of them looks at a role.
 */
export const ROUTES: Record<string, RouteCase[]> = {
  '/api/v1/[...path]': [get('/api/v1/nothing', 404)],
  '/api/v1/sign-in': [
    // Tries are counted for each address: everybody has one of their own.
    {
      method: 'POST',
      path: '/api/v1/sign-in',
      body: (by) => ({ email: `${by.replaceAll(' ', '-')}@saydo.invalid`, password: 'not the right one' }),
      status: everybodyIs(401),
    },
  ],
  '/api/v1/demo/sign-in': [post('/api/v1/demo/sign-in', { person: 'julie' }, 404)],
  '/api/v1/first-run': [
    post('/api/v1/first-run', { ...NEWCOMER, token: TOKEN, email: 'nobody@saydo.invalid' }, 404),
  ],
  '/api/v1/invitation': [
    post('/api/v1/invitation', { token: TOKEN, newcomer: NEWCOMER }, 404),
    post('/api/v1/invitation', { token: TOKEN }, 404),
  ],
  // Whoever signs out is signed out: that would be the end of these tests.
  '/api/v1/sign-out': [],
  '/api/auth/[...all]': [
    post('/api/auth/sign-in/social', { provider: 'gitlab' }, 404),
    post('/api/auth/sign-in/social', { provider: 'oidc' }, 404),
    ...[
      'sign-in/email',
      'sign-up/email',
      'sign-out',
      'change-password',
      'update-user',
      'delete-user',
      'revoke-sessions',
    ].map((path) => post(`/api/auth/${path}`, {}, 404)),
    ...['get-session', 'list-sessions', 'ok', 'error', 'reset-password', 'verify-email'].map((path) =>
      get(`/api/auth/${path}`, 404),
    ),
  ],
  '/api/v1/calendar/[file]': [
    get(`/api/v1/calendar/saydo_${TOKEN}.ics`, 404),
    get('/api/v1/calendar/anything', 404),
  ],
  '/api/live': [OURS, THEIRS, String(ABSENT.group)].map((group): RouteCase => ({
    method: 'GET',
    path: `/api/live?group=${group}`,
    status: inGroup(group),
  })),
  '/api/health': [get('/api/health', 200)],
  '/api/metrics': [get('/api/metrics', 200)],
  '/api/openapi.json': [get('/api/openapi.json', 200)],
}

/** What is there for whoever has the secret, and refuses what no page of ours sent before it looks at it. */
export const OPEN_ROUTES: [path: string, body: object][] = [
  ['/api/v1/sign-in', { email: 'em@saydo.invalid', password: 'not the right one' }],
  ['/api/v1/sign-out', {}],
  ['/api/v1/first-run', { ...NEWCOMER, token: TOKEN, email: 'nobody@saydo.invalid' }],
  ['/api/v1/invitation', { token: TOKEN, newcomer: NEWCOMER }],
  ['/api/auth/sign-in/social', { provider: 'gitlab' }],
]

/** The address of the route that handles a session endpoint. */
export const addressOfRoute = ({ path }: (typeof sessionEndpoints)[number]) => `/api/v1${path}`

/** The words that no answer to nobody may hold: names of people, and of what they work on. */
export const PRIVATE = /Julie|mohamed|custom-models\/issues|saydo\.invalid|Slow model list/
