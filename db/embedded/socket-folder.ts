import { chmod, chown, lstat, mkdir, mkdtemp, readFile, rename, rmdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseUser } from './database-user.ts'

/**
 * The private folder (0700) that holds the socket: in the home of the database if its name is short and plain enough,
 * else in /tmp. A socket's path may have 103 bytes, and the driver reads it from a URL in which `:` and `,` are special.
 * The choice is written down, so that a restart answers where connections look for it.
 */
export async function socketFolder(home: string, user: DatabaseUser | null): Promise<string> {
  const inside = join(home, 'socket')
  if (Buffer.byteLength(inside) < 80 && /^[\w./-]+$/.test(inside)) return await own(inside, user)
  const note = noteOf(home)
  const noted = (await readFile(note, 'utf8').catch(() => '')).trim()
  if (noted !== '' && (await isPrivate(noted, user))) return noted
  const fresh = await own(await mkdtemp('/tmp/saydo-'), user)
  await writeFile(`${note}.new`, `${fresh}\n`)
  await rename(`${note}.new`, note)
  return fresh
}

/** Tidies /tmp after the server has stopped. A folder in which another start has put its socket meanwhile stays. */
export async function leaveSocketFolder(home: string): Promise<void> {
  const noted = (await readFile(noteOf(home), 'utf8').catch(() => '')).trim()
  if (noted !== '') await rmdir(noted).catch(() => {})
}

const noteOf = (home: string) => join(home, 'socket-is-at')

async function own(folder: string, user: DatabaseUser | null): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  if (user) await chown(folder, user.uid, user.gid)
  return folder
}

/** Anybody may make folders in /tmp: one that is not ours alone is not used. */
async function isPrivate(folder: string, user: DatabaseUser | null): Promise<boolean> {
  const found = await lstat(folder).catch(() => null)
  return (
    found !== null &&
    found.isDirectory() &&
    found.uid === (user?.uid ?? process.getuid?.()) &&
    (found.mode & 0o077) === 0
  )
}
