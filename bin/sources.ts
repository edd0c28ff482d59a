import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const folders = ['app', 'components', 'db', 'lib', 'public']
// Not tsconfig.json: the build takes nothing from it that matters, and may rewrite it.
const files = ['package-lock.json', 'package.json']
const rootFile = /^(next\.config|postcss\.config|proxy|instrumentation(-client)?)\.(ts|mjs|js)$/

/** A fingerprint of all that the production build is made from; tests, for instance, are no part of it. */
export async function fingerprint(root: string): Promise<string> {
  const hash = createHash('sha256').update(process.version)
  for (const path of await sourcesOf(root)) {
    hash.update(`\n${path}\n`).update(await readFile(join(root, path)).catch(() => ''))
  }
  return hash.digest('hex')
}

async function sourcesOf(root: string): Promise<string[]> {
  const inRoot = (await readdir(root)).filter((name) => rootFile.test(name))
  const below = await Promise.all(folders.map((folder) => filesIn(root, folder)))
  return [...files, ...inRoot, ...below.flat()].toSorted()
}

async function filesIn(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
}
