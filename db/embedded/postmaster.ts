import { execFile, spawn } from 'node:child_process'
import { open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { pause } from './pause.ts'
import { as, type DatabaseUser } from './database-user.ts'
import { clusterOf } from './cluster.ts'
import { plainEnvironment, serverSettings } from './server-settings.ts'
import { codeOf } from './operator-error.ts'

/** The first process of a PostgreSQL server, as its postmaster.pid describes it. */
export type Postmaster = {
  pid: number
  /** Null while it is too early to say. */
  socketFolder: string | null
  alive: boolean
  /** It accepts connections: neither starting nor stopping. */
  ready: boolean
  note: string
}

const noteOf = (home: string) => join(clusterOf(home), 'postmaster.pid')
const logOf = (home: string) => join(home, 'log')

/** Who runs, or ran, the database of this home; null when it was stopped properly. */
export async function findPostmaster(home: string): Promise<Postmaster | null> {
  const note = await readFile(noteOf(home), 'utf8').catch(() => '')
  const [pid, , , , folder, , , status] = note.split('\n')
  if (!pid) return null
  const alive = await isPostgres(Number(pid), home)
  return {
    pid: Number(pid),
    socketFolder: folder || null,
    alive,
    ready: alive && status?.trim() === 'ready',
    note,
  }
}

/**
 * Numbers of processes are used again, and a killed process may linger as a zombie, so the number alone says little:
 * the command line has to name our data folder.
 */
async function isPostgres(pid: number, home: string): Promise<boolean> {
  const line =
    process.platform === 'linux'
      ? await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      : await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).then(
          ({ stdout }) => stdout,
          () => '',
        )
  return line.replaceAll('\0', ' ').includes(`-D ${clusterOf(home)} `)
}

/**
 * Takes away the notes of a postmaster that is no more, in its data and beside its socket. PostgreSQL does so itself,
 * except when another process of the same user has the number by now, or when nobody collects the dead (a container
 * without an init). Newer notes that appeared in the meantime are put back.
 */
export async function forget(stale: Postmaster, home: string): Promise<void> {
  await removeIf(noteOf(home), (note) => note === stale.note)
  if (stale.socketFolder) {
    const ofSocket = join(stale.socketFolder, '.s.PGSQL.5432.lock')
    await removeIf(ofSocket, (note) => Number(note.split('\n')[0]) === stale.pid)
  }
}

async function removeIf(file: string, isStale: (text: string) => boolean): Promise<void> {
  const aside = `${file}.stale-${process.pid}`
  try {
    await rename(file, aside)
    if (isStale(await readFile(aside, 'utf8'))) await rm(aside)
    else await rename(aside, file)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

export type Starting = { exited: () => boolean; pid: number | undefined; reason: () => Promise<string> }

/**
 * Starts a server that outlives us if we are killed, in a session of its own, so that Ctrl-C reaches the app alone and
 * the app decides when the database may go.
 */
export async function spawnPostmaster(
  home: string,
  postgres: string,
  user: DatabaseUser | null,
  socketFolder: string,
): Promise<Starting> {
  const log = await openLog(home, user)
  const from = (await log.stat()).size
  const child = spawn(postgres, ['-D', clusterOf(home), ...serverSettings(socketFolder)], {
    cwd: '/',
    env: plainEnvironment(),
    stdio: ['ignore', log.fd, log.fd],
    detached: true,
    ...as(user),
  })
  let over = false
  child.once('exit', () => (over = true))
  child.once('error', () => (over = true))
  child.unref()
  await log.close()
  return { exited: () => over, pid: child.pid, reason: () => lastLogLine(home, from) }
}

async function openLog(home: string, user: DatabaseUser | null) {
  const size = (await stat(logOf(home)).catch(() => null))?.size ?? 0
  if (size > 5_000_000) await rename(logOf(home), `${logOf(home)}.old`)
  const log = await open(logOf(home), 'a', 0o600)
  if (user) await log.chown(user.uid, user.gid)
  return log
}

/** Why the server would not start, in its own words. */
async function lastLogLine(home: string, from: number): Promise<string> {
  const output = (await readFile(logOf(home))).subarray(from).toString()
  const line =
    output.split('\n').findLast((line) => /(FATAL|PANIC):/.test(line)) ??
    output.trim().split('\n').at(-1) ??
    ''
  return line.replace(/^.*?(FATAL|PANIC): +/, '')
}

/**
 * Stops the server within some 15 seconds: politely first (open transactions are rolled back, the disk is brought up to
 * date), at last by force, which loses nothing either but makes the next start repair. Returns when it is gone.
 */
export async function stopPostmaster(home: string): Promise<void> {
  const found = await findPostmaster(home)
  if (!found?.alive) return
  const gone = async () =>
    (await findPostmaster(home))?.pid !== found.pid || !(await isPostgres(found.pid, home))
  for (const { signal, turns } of [
    { signal: 'SIGINT', turns: 500 },
    { signal: 'SIGQUIT', turns: 250 },
  ] as const) {
    try {
      process.kill(found.pid, signal)
    } catch (error) {
      if (codeOf(error) !== 'ESRCH') throw error
    }
    for (let turn = 0; turn < turns; turn++) {
      if (await gone()) return
      await pause(20)
    }
  }
}
