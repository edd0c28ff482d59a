import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The key that signs the cookies of a sign-in under way: AUTH_SECRET, or else one drawn at first need and kept in the
 * data folder for its owner's eyes alone. Several servers of one installation need the same AUTH_SECRET.
 * @param dataDir the data folder; it is made if it is missing
 */
export async function authSecret(dataDir: string, given = process.env.AUTH_SECRET): Promise<string> {
  if (given) return given
  const path = join(dataDir, 'auth-secret')
  return (await read(path)) ?? (await draw(dataDir, path))
}

/** The file appears whole under its name or not at all; of two servers that draw at once, both read the first's. */
async function draw(dataDir: string, path: string): Promise<string> {
  const draft = `${path}.${randomBytes(4).toString('hex')}`
  await mkdir(dataDir, { recursive: true })
  await writeFile(draft, randomBytes(32).toString('base64url'), { mode: 0o600 })
  try {
    await link(draft, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await rm(draft, { force: true })
  }
  return readFile(path, 'utf8')
}

const read = (path: string) => readFile(path, 'utf8').catch(() => null)
