import { resolve } from 'node:path'
import { isLoopback } from './hosts.ts'
import { insistOnSignIn } from './sign-in-settings.ts'
import { OperatorError } from '#db/embedded/operator-error.ts'

export type Settings = {
  port: number
  host: string
  /** An absolute path. */
  dataDir: string
  /** Null: the embedded PostgreSQL. */
  databaseUrl: string | null
  logLevel: string
  /** Names, beside this machine's own, under which people reach Saydo. Lower case, without a port. */
  names: string[]
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** The settings from the environment; an empty variable counts as none. Throws OperatorError for a value that cannot be. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  // Read where it is used, and looked at here, where a slip can still be told.
  namesFrom(env, 'OUTBOUND_HOSTS')
  const host = hostFrom(env.HOST || '127.0.0.1')
  insistOnSignIn(env)
  return {
    port: portFrom(env.PORT || '3000'),
    host,
    dataDir: resolve(env.DATA_DIR || '.data'),
    databaseUrl: databaseUrlFrom(env.DATABASE_URL),
    logLevel: logLevelFrom(env.LOG_LEVEL || 'info'),
    names: [host.toLowerCase(), ...namesFrom(env, 'ALLOWED_HOSTS'), ...nameOfPublicUrl(env.PUBLIC_URL)],
  }
}

/** What is worth saying to whoever starts it so; null for nothing. Links are never built from what a request calls us. */
export function advice(env: Record<string, string | undefined>): string | null {
  const host = env.HOST || '127.0.0.1'
  if (env.PUBLIC_URL || isLoopback(host)) return null
  const example = /^[0.:]+$/.test(host) ? 'http://192.168.1.5:3000' : `http://${host}:${env.PORT || '3000'}`
  return `Set PUBLIC_URL to the address that people use, such as ${example}; without it, links and sign-in providers lead to 127.0.0.1.`
}

/** Port 0 asks the system for any free one. */
function portFrom(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new OperatorError(`PORT is "${text}"; set it to a number from 0 to 65535, such as 3000.`)
}

function hostFrom(text: string): string {
  if (/^[\w.-]+$/.test(text) || /^[\da-f:.]+$/i.test(text)) return text
  throw new OperatorError(
    `HOST is "${text}"; set it to a bare name or address, such as 127.0.0.1 or 0.0.0.0.`,
  )
}

function databaseUrlFrom(text: string | undefined): string | null {
  if (!text) return null
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text
  // The value may hold a password, so it is not repeated.
  throw new OperatorError(
    'DATABASE_URL is not the address of a PostgreSQL; write postgres://user:password@host:5432/database, or unset it to use the embedded one.',
  )
}

function logLevelFrom(text: string): string {
  if (logLevels.includes(text)) return text
  throw new OperatorError(`LOG_LEVEL is "${text}"; set it to one of ${logLevels.join(', ')}.`)
}

function namesFrom(env: Record<string, string | undefined>, variable: string): string[] {
  const names = (env[variable] ?? '').split(',').flatMap((name) => name.trim().toLowerCase() || [])
  const wrong = names.find((name) => !/^([\w.-]+|\[[\da-f:.]+\])$/.test(name))
  if (wrong === undefined) return names
  throw new OperatorError(
    `${variable} holds "${wrong}"; list bare names with commas, such as ops.example.org.`,
  )
}

function nameOfPublicUrl(text: string | undefined): string[] {
  if (!text) return []
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return [new URL(text).hostname]
  throw new OperatorError(
    `PUBLIC_URL is "${text}"; set it to a full address, such as https://ops.example.org.`,
  )
}
