import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CodeFile, nodes } from './files.ts'

/** The fact of an issue at which it is counted what a fact takes. */
export const FACT = 'health'
/** The most files outside its own that a fact may be written into. */
export const MOST_FILES_OF_A_FACT = 12

/** Of its own are the files that are named for it. */
const isOwn = (path: string): boolean => path.includes('/facts/') && /\/health\.(test\.)?tsx?$/.test(path)

/** Other things that are called so: a team, a feature of the sample, and how the service is. */
const OTHERS = /health[ -](check|& connectivity|connectivity)|api\/health|server-health|cadence ?health/gi
const OF_OTHERS =
  /^(app\/_server\/health|app\/api\/|bin\/|components\/frame\/|db\/seed\/handbook|e2e\/(accessibility|crash|offline|service))/

/** Whether words, or a name in any spelling, hold the fact. */
export const names = (text: string): boolean =>
  new RegExp(`(^|[^a-z])${FACT}s?([^a-z]|$)`, 'i').test(
    text.replaceAll(OTHERS, '').replaceAll(/([a-z])([A-Z])/g, '$1 $2'),
  )

const TEXTS = ['value', 'cooked'] as const

const namesIt = ({ program }: CodeFile): boolean =>
  [...nodes(program)].some((node) =>
    TEXTS.some((part) => {
      const text = node[part]
      return typeof text === 'string' && names(text)
    }),
  )

/** Files that know the fact and are not its own. */
export function filesOfFact(files: readonly CodeFile[]): { code: string[]; tests: string[] } {
  const known = files.filter(({ path }) => !isOwn(path) && !OF_OTHERS.test(path)).filter(namesIt)
  const paths = (isTest: boolean) => known.filter((file) => file.isTest === isTest).map(({ path }) => path)
  return { code: paths(false).toSorted(), tests: paths(true).toSorted() }
}

/** Files of SQL that hold its column. */
export async function sqlOfFact(root: string): Promise<string[]> {
  const all = await readdir(join(root, 'db'), { recursive: true })
  const found = await Promise.all(
    all
      .filter((path) => path.endsWith('.sql'))
      .map(async (path) => (names(await readFile(join(root, 'db', path), 'utf8')) ? [`db/${path}`] : [])),
  )
  return found.flat().toSorted()
}
