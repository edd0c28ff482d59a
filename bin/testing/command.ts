import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

export const ROOT = join(import.meta.dirname, '../..')

export type Ended = { code: number | null; out: string; err: string }

/** Nothing of whoever runs the tests reaches a command; an empty setting counts as none. */
const surroundings = Object.fromEntries(
  `PORT HOST DATA_DIR DATABASE_URL LOG_LEVEL ALLOWED_HOSTS PUBLIC_URL TRUSTED_PROXIES AUTH_SECRET OIDC_ISSUER
  OIDC_CLIENT_ID OIDC_CLIENT_SECRET OIDC_NAME GITLAB_URL GITLAB_CLIENT_ID GITLAB_CLIENT_SECRET NODE_OPTIONS
  npm_lifecycle_event INIT_CWD`
    .split(/\s+/)
    .map((name) => [name, '']),
)

type Options = { args?: string[]; env?: Record<string, string> }

/** Begins a command as npm would, as a process of its own; its packages are there already. */
export const launched = (name: string, { args = [], env = {} }: Options = {}) =>
  spawn(process.execPath, [join(ROOT, 'bin/saydo.mjs'), name, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...surroundings, NODE_NO_WARNINGS: '1', SAYDO_PREPARED: '1', ...env },
  })

/** Runs a command until it ends. */
export async function command(name: string, options: Options = {}): Promise<Ended> {
  const child = launched(name, options)
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code: typeof code === 'number' ? code : null, out, err }
}
