import { readFile, stat } from 'node:fs/promises'
import { OperatorError } from './operator-error.ts'

/** The account that PostgreSQL runs under. */
export type DatabaseUser = { uid: number; gid: number; name: string }

/**
 * PostgreSQL refuses to run as root, and nobody should have to add an account to try Saydo, so root lends it one:
 * the owner of the data when there is some already (an ordinary person who once ran `sudo npm start` keeps their data),
 * else `postgres`, which exists for this very purpose, else `nobody`, which every Unix has.
 * A bare number would not do: initdb insists on a name in the list of accounts.
 *
 * @returns null when we are not root: then PostgreSQL runs as ourselves.
 */
export async function databaseUser(home: string): Promise<DatabaseUser | null> {
  if (process.getuid?.() !== 0) return null
  const accounts = await accountsOfThisMachine()
  const owner = await stat(home).catch(() => null)
  if (owner && owner.uid !== 0) {
    const known = accounts.find((account) => account.uid === owner.uid)
    return known ?? { uid: owner.uid, gid: owner.gid, name: String(owner.uid) }
  }
  for (const name of ['postgres', 'nobody']) {
    const account = accounts.find((account) => account.name === name)
    if (account && account.uid !== 0) return account
  }
  throw new OperatorError(
    'PostgreSQL refuses to run as root, and there is no user named postgres or nobody to lend it; start Saydo as an ordinary user.',
  )
}

/** What `spawn` needs to become that user; nothing when it is ourselves. */
export const as = (user: DatabaseUser | null) => (user ? { uid: user.uid, gid: user.gid } : {})

async function accountsOfThisMachine(): Promise<DatabaseUser[]> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n')
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    // Some systems write nobody's number as -2; the kernel knows it as an unsigned one.
    return name && uid && gid ? [{ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }] : []
  })
}
