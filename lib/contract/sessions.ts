import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { handle, instant, line } from './shapes.ts'

export const sessionFacts = z.strictObject({
  id: z.string(),
  /** “Firefox on Linux”. */
  device: z.string(),
  createdAt: instant,
  expiresAt: instant,
  /** The one that asks. */
  current: z.boolean(),
})
export type SessionFacts = z.output<typeof sessionFacts>

export const listSessions = endpoint({
  id: 'sessions.list',
  method: 'GET',
  path: '/me/sessions',
  summary: 'Where you are signed in, the newest first',
  access: 'in_person',
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(sessionFacts) }),
  reads: ['sessions'],
})

export const endSession = endpoint({
  id: 'sessions.end',
  method: 'DELETE',
  path: '/me/sessions/{session}',
  summary: 'End one of your sessions, at once and with its open live streams',
  access: 'in_person',
  input: z.strictObject({ session: z.string().regex(/^[\w-]{1,64}$/, 'The id of a session.') }),
  output: z.strictObject({ ended: z.number() }),
})

export const endOtherSessions = endpoint({
  id: 'sessions.end_others',
  method: 'DELETE',
  path: '/me/sessions',
  summary: 'End all of your other sessions',
  access: 'in_person',
  input: z.strictObject({}),
  output: z.strictObject({ ended: z.number() }),
})

export const password = z.string().min(12, 'At least 12 characters.').max(200, 'At most 200 characters.')

/** The endpoints that begin and end sessions. They set a cookie, so that each is handled by a route of its own. */
export const signIn = endpoint({
  id: 'sessions.sign_in',
  method: 'POST',
  path: '/sign-in',
  summary: 'Sign in with e-mail address and password; the session travels in the cookie alone',
  access: 'anyone',
  input: z.strictObject({
    email: z.email('An e-mail address.').max(254),
    password: z.string().min(1).max(200),
  }),
  output: z.strictObject({}),
})

export const signOut = endpoint({
  id: 'sessions.sign_out',
  method: 'POST',
  path: '/sign-out',
  summary: 'End the session and clear its cookie; safe to repeat',
  access: 'anyone',
  input: z.strictObject({}),
  output: z.strictObject({}),
})

export const demoSignIn = endpoint({
  id: 'sessions.demo_sign_in',
  method: 'POST',
  path: '/demo/sign-in',
  summary: 'Sign in as a sample person, without a secret; available in the demo only',
  access: 'anyone',
  input: z.strictObject({ person: handle }),
  output: z.strictObject({ handle: z.string() }),
})

export const firstRun = endpoint({
  id: 'people.first_run',
  method: 'POST',
  path: '/first-run',
  summary: 'Set up the first administrator with the link printed at the start, and sign them in',
  access: 'anyone',
  input: z.strictObject({
    token: line(100),
    name: line(120),
    handle: handle.toLowerCase(),
    email: z.email('An e-mail address.').max(254).toLowerCase(),
    password,
  }),
  output: z.strictObject({ handle: z.string() }),
})
