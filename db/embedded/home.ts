import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  access,
  chmod,
  constants,
  link,
  mkdir,
  readdir,
  readFile,
  realpath,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { as, databaseUser, type DatabaseUser } from './database-user.ts'
import { codeOf, OperatorError } from './operator-error.ts'

/** Where the database lives, who runs it, and where a runnable copy of the program may be kept. */
export type Home = { folder: string; user: DatabaseUser | null; shelf: string }

/** Root can keep data here whoever runs the database; a private home folder is of no use to another user. */
const elsewhere = '/var/lib/saydo'

/**
 * The home of the database of a data folder: `<dataDir>/postgres`, which need not exist yet. When root starts Saydo
 * in a folder that the database user cannot enter, the home is under /var/lib/saydo and the data folder points to it.
 * Throws OperatorError for a folder that cannot be used.
 */
export async function findHome(dataDir: string, log: (line: string) => void): Promise<Home> {
  const root = process.getuid?.() === 0
  const place = await usableFolder(dataDir, root)
  const shelf = root ? elsewhere : place
  const pointer = join(place, 'postgres-is-at')
  const target = await pointedAt(pointer)
  const folder = target ?? join(place, 'postgres')
  const user = await databaseUser(folder)
  await insistOnOwner(folder)
  if (target) return { folder, user, shelf }
  if (user === null || (await canEnter(user, place)) || (await opened(place, user)))
    return { folder, user, shelf }
  if (await exists(folder)) {
    throw new OperatorError(
      `The user ${user.name}, who owns the database, cannot enter ${place}; allow it with chmod o+x on that folder and those above it.`,
    )
  }
  const moved = await settleElsewhere(pointer)
  log(
    `The database keeps its files in ${moved}, because ${user.name}, the user that runs it, cannot enter ${place}.`,
  )
  return { folder: moved, user: await databaseUser(moved), shelf }
}

async function usableFolder(dataDir: string, root: boolean): Promise<string> {
  // Root lends the database to another user, who has to pass through.
  await insistOnFolder(dataDir, root ? 0o711 : 0o700)
  if (await exists(join(dataDir, 'PG_VERSION'))) {
    throw new OperatorError(
      `DATA_DIR (${dataDir}) is itself a PostgreSQL data folder; set DATA_DIR to a folder for Saydo alone.`,
    )
  }
  return await realpath(dataDir)
}

/** Makes the data folder if it is missing. Throws OperatorError where that, or writing into it, is not possible. */
export async function insistOnFolder(dataDir: string, mode = 0o700): Promise<void> {
  const why = (error: unknown) => {
    const remedy = 'set DATA_DIR to a folder that you can write to'
    if (['EEXIST', 'ENOTDIR'].includes(codeOf(error)))
      return `DATA_DIR (${dataDir}) is a file, or lies in one; ${remedy}.`
    return `DATA_DIR (${dataDir}) cannot be written to (${codeOf(error)}); ${remedy}.`
  }
  try {
    await makeFolder(dataDir, mode)
    await access(dataDir, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new OperatorError(why(error))
  }
}

/** Like `mkdir -p`. Node's own never returns where a folder refuses new ones as if it were not there, as /proc does. */
async function makeFolder(folder: string, mode: number): Promise<void> {
  try {
    await mkdir(folder, { mode })
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && (await stat(folder)).isDirectory()) return
    if (codeOf(error) !== 'ENOENT' || (await exists(dirname(folder)))) throw error
    await makeFolder(dirname(folder), mode)
    await makeFolder(folder, mode)
  }
}

async function pointedAt(pointer: string): Promise<string | null> {
  const target = (await readFile(pointer, 'utf8').catch(() => '')).trim()
  if (target === '') return null
  if (await exists(target)) return target
  throw new OperatorError(
    `The data is in ${target}, says ${pointer}, but that folder is gone; put it back, or remove ${pointer} to begin with an empty database.`,
  )
}

async function insistOnOwner(folder: string): Promise<void> {
  const uid = process.getuid?.()
  const owner = await stat(folder).catch(() => null)
  if (uid === 0 || owner === null || owner.uid === uid) return
  throw new OperatorError(
    `${folder} belongs to another user (number ${owner.uid}); start Saydo as that user, or set DATA_DIR to another folder.`,
  )
}

/** Asked of the system rather than worked out from modes, so that access lists and mounts count too. */
async function canEnter(user: DatabaseUser, folder: string): Promise<boolean> {
  const enter = promisify(execFile)('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { cwd: '/', ...as(user) })
  return await enter.then(
    () => true,
    () => false,
  )
}

/** The data folder is ours: when nothing else is in the way, others may pass through it. They cannot look into it. */
async function opened(place: string, user: DatabaseUser): Promise<boolean> {
  const { mode } = await stat(place)
  await chmod(place, mode | 0o001)
  if (await canEnter(user, place)) return true
  await chmod(place, mode)
  return false
}

/**
 * The folder's name is drawn by lot, so that a removed data folder is a fresh start. The folder is made before the
 * pointer and the pointer appears whole, so of two starters one wins and the other follows it.
 */
async function settleElsewhere(pointer: string): Promise<string> {
  const mine = join(elsewhere, randomBytes(4).toString('hex'))
  const draft = `${pointer}.${basename(mine)}`
  try {
    await mkdir(elsewhere, { recursive: true, mode: 0o755 })
    await mkdir(mine, { mode: 0o755 })
    await writeFile(draft, `${mine}\n`)
  } catch (error) {
    throw new OperatorError(
      `The database user cannot enter ${dirname(pointer)}, and ${mine} cannot be made (${codeOf(error)}); set DATA_DIR to a folder that every user can enter.`,
    )
  }
  try {
    await link(draft, pointer)
    return mine
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    await rm(mine, { recursive: true })
    return (await pointedAt(pointer)) ?? mine
  } finally {
    await rm(draft, { force: true })
  }
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

/** What is in a folder; nothing when there is no such folder. */
export const contents = (folder: string) => readdir(folder).catch(() => [])
