import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { as, type DatabaseUser } from './database-user.ts'
import { contents } from './home.ts'
import type { Program } from './program.ts'
import { plainEnvironment } from './server-settings.ts'
import { codeOf, OperatorError } from './operator-error.ts'

/** The role that Saydo signs in as: it owns its database and is no superuser, so it cannot switch off the triggers. */
export const role = 'saydo'
export const database = 'saydo'

export const clusterOf = (home: string) => join(home, 'cluster')
export const passwordOf = async (home: string) => (await readFile(join(home, 'password'), 'utf8')).trim()

/**
 * Makes sure that `home` holds a PostgreSQL of our version, making one if there is none.
 *
 * @returns whether it was made just now
 */
export async function ensureCluster(
  home: string,
  program: Program,
  user: DatabaseUser | null,
): Promise<boolean> {
  if (await isReady(home, program)) {
    await sweep(home)
    return false
  }
  return await createCluster(home, program, user)
}

async function isReady(home: string, program: Program): Promise<boolean> {
  const version = (await readFile(join(clusterOf(home), 'PG_VERSION'), 'utf8').catch(() => '')).trim()
  if (version === program.major) return true
  if (version !== '') {
    throw new OperatorError(
      `The data in ${home} was written by PostgreSQL ${version} and this is ${program.major}; start the Saydo that wrote it, take a backup there and restore it here into another DATA_DIR.`,
    )
  }
  if ((await contents(home)).length > 0) {
    throw new OperatorError(
      `${home} holds files that are not a Saydo database; move them away, or set DATA_DIR to another folder.`,
    )
  }
  return false
}

/** Everything is made beside the home and renamed when it is complete: a start that was cut short leaves no half. */
async function createCluster(home: string, program: Program, user: DatabaseUser | null): Promise<boolean> {
  let draft = ''
  try {
    draft = await mkdtemp(`${home}.new-`)
    await chmod(draft, 0o700)
    if (user) await chown(draft, user.uid, user.gid)
    await fill(draft, program, user)
    await rename(draft, home)
    return true
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    // Somebody else may have been quicker; then theirs is as good.
    if (await isReady(home, program)) return false
    throw new OperatorError(`The database could not be created in ${home}: ${reasonOf(error)}`)
  }
}

async function fill(draft: string, { initdb, postgres }: Program, user: DatabaseUser | null): Promise<void> {
  const password = randomBytes(24).toString('base64url')
  const passwordFile = join(draft, 'password')
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  if (user) await chown(passwordFile, user.uid, user.gid)

  const cluster = clusterOf(draft)
  const options = { cwd: '/', env: plainEnvironment(), ...as(user) }
  const names = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  const text = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  await run(initdb, [`--pgdata=${cluster}`, ...names, ...text, '--no-instructions'], options)

  const single = run(postgres, ['--single', '-D', cluster, '-c', 'exit_on_error=on', 'postgres'], options)
  single.child.stdin?.end(
    `CREATE ROLE ${role} LOGIN CREATEDB PASSWORD '${password}'\nCREATE DATABASE ${database} OWNER ${role}\n`,
  )
  await single
}

const run = promisify(execFile)

/** What a start that was cut short has left beside the home. */
async function sweep(home: string): Promise<void> {
  const mine = `${basename(home)}.new-`
  for (const name of await contents(dirname(home))) {
    if (name.startsWith(mine)) await rm(join(dirname(home), name), { recursive: true, force: true })
  }
}

function reasonOf(error: unknown): string {
  const output = typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr) : ''
  const line = output.split('\n').findLast((line) => /error|fatal|could not/i.test(line))
  if (/No space left/.test(output) || codeOf(error) === 'ENOSPC') return 'the disk is full; free some space.'
  return `${line ?? String(error)}; check that folder, or set DATA_DIR to another one.`
}
