import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { listen, sendPulse } from '#db/events/listen.ts'
import { socketFolderOf } from '#db/embedded/socket-host.ts'
import { codeOf, OperatorError } from '#db/embedded/operator-error.ts'

const oldest = 15

/** Makes sure that DATABASE_URL leads to a PostgreSQL that we can use. Throws OperatorError, never repeating the password. */
export async function insistOnDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number; fixed: string }>(
      "select current_setting('server_version_num')::int as version, current_setting('transaction_read_only') as fixed",
    )
    const major = Math.floor((rows[0]?.version ?? 0) / 10_000)
    if (major < oldest) {
      throw new OperatorError(
        `DATABASE_URL leads to PostgreSQL ${major}, and Saydo needs ${oldest} or newer; upgrade it, or set DATABASE_URL to another.`,
      )
    }
    if (rows[0]?.fixed === 'on') {
      throw new OperatorError(
        'DATABASE_URL leads to a database that takes no writes, such as a standby; set it to the primary server.',
      )
    }
    await insistOnListening(client, url)
  } catch (error) {
    throw error instanceof OperatorError ? error : new OperatorError(whyNotReachable(error, url))
  } finally {
    await client.end().catch(() => {})
  }
}

const PULSE_MS = 5_000

/** The live stream has a connection of its own: it has to find its way as well, and hear what is sent through another. */
async function insistOnListening(client: Client, url: string): Promise<void> {
  const silent = () => {}
  const [word, heard] = [randomUUID(), Promise.withResolvers<boolean>()]
  const onPulse = (payload: string) => payload === word && heard.resolve(true)
  const wake = {
    onEvent: silent,
    onAccess: silent,
    onInbox: silent,
    onRoom: silent,
    onPulse,
    onListening: silent,
  }
  const stop = await listen(url, wake).catch((error: unknown) => {
    const why = codeOf(error) || (error instanceof Error ? error.message : 'unknown error')
    throw new OperatorError(
      `The live stream cannot connect to the database of DATABASE_URL (${why}); check what stands between Saydo and PostgreSQL.`,
    )
  })
  const timer = setTimeout(() => heard.resolve(false), PULSE_MS)
  try {
    await sendPulse(client, word)
    if (await heard.promise) return
    throw new OperatorError(
      'The database of DATABASE_URL passes on no notifications, as a pool that shares connections between transactions does; set DATABASE_URL to PostgreSQL itself or to a pool of whole sessions.',
    )
  } finally {
    clearTimeout(timer)
    await stop()
  }
}

function whyNotReachable(error: unknown, url: string): string {
  const { hostname, port, pathname } = new URL(url)
  const where = socketFolderOf(url) ?? `${hostname}:${port || 5432}`
  const reasons: Record<string, string> = {
    ECONNREFUSED: `nothing responds at ${where}; start that PostgreSQL or correct the host and port`,
    ENOENT: `there is no socket in ${where}; start that PostgreSQL or correct the folder`,
    ENOTFOUND: `there is no host named ${hostname}; correct it`,
    EAI_AGAIN: `the name ${hostname} cannot be looked up; correct it or check the network`,
    '28P01': 'the user or password is wrong; correct them',
    '28000': 'that user may not sign in there; correct the user or the server’s pg_hba.conf',
    '3D000': `there is no database "${pathname.slice(1)}"; create it or correct the name`,
    '53300': 'the server has no connection left; raise its max_connections',
  }
  const reason =
    reasons[codeOf(error)] ?? `${error instanceof Error ? error.message : String(error)}; correct it`
  return `DATABASE_URL does not lead to a database: ${reason}.`
}
