import { type CodeFile, nodes } from './files.ts'

/** The longest that a file may be, in lines that are not empty. */
export const MOST_LINES = 300
/** The most files that a folder of components may hold, tests not counted. */
export const MOST_FILES = 25

const roomOf = (path: string): string | null => /^components\/([^/]+)\//.exec(path)?.[1] ?? null

/** Rooms of `components` that import each other, each pair once. */
export function roomPairs(files: readonly CodeFile[]): string[] {
  const arrows = new Set<string>()
  for (const { path, imports, isTest } of files) {
    const from = roomOf(path)
    if (from === null || isTest) continue
    for (const place of imports) {
      const to = roomOf(place)
      if (to !== null && to !== from) arrows.add(`${from} ${to}`)
    }
  }
  return [...arrows].flatMap((arrow) => {
    const [from = '', to = ''] = arrow.split(' ')
    return from < to && arrows.has(`${to} ${from}`) ? [`${from} ↔ ${to}`] : []
  })
}

/** The rooms that know no noun. */
const BELOW_NOUNS = ['ui', 'shell', 'changes', 'commands', 'live']

/** Files of a room below the nouns that import one, each with what it imports. */
export function nounsBelow(files: readonly CodeFile[]): string[] {
  return files.flatMap(({ path, imports, isTest }) => {
    if (isTest || !BELOW_NOUNS.includes(roomOf(path) ?? '')) return []
    const nouns = imports.map(roomOf).filter((room) => room !== null && !BELOW_NOUNS.includes(room))
    return nouns.length === 0 ? [] : [`${path} → ${[...new Set(nouns)].join(', ')}`]
  })
}

/** Folders of components with more than `MOST_FILES` files, each with how many. */
export function fullFolders(files: readonly CodeFile[]): string[] {
  const counts = new Map<string, number>()
  for (const { path, isTest } of files) {
    if (isTest || !path.startsWith('components/')) continue
    const folder = path.slice(0, path.lastIndexOf('/'))
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  return [...counts]
    .filter(([, count]) => count > MOST_FILES)
    .map(([folder, count]) => `${folder} (${count})`)
}

/** What may import what; components and db never meet. */
const BELOW: Record<string, readonly string[]> = {
  app: ['app', 'components', 'db', 'lib', 'bin'],
  bin: ['app', 'bin', 'db', 'lib'],
  components: ['components', 'lib'],
  db: ['db', 'lib'],
  e2e: ['e2e', 'lib', 'bin'],
  lib: ['lib'],
}
/** Each imports those before it. */
const STEPS = ['lib/kit', 'lib/domain', 'lib/contract', 'lib/http']

/** Imports against the direction of the floors, and of the steps within `lib`. */
export function arrowsBack(files: readonly CodeFile[]): string[] {
  return files
    .filter(({ isTest }) => !isTest)
    .flatMap(({ path, imports }) =>
      imports.filter((place) => isBack(path, place)).map((place) => `${path} → ${place}`),
    )
}

function isBack(path: string, place: string): boolean {
  const [from = '', to = ''] = [path, place].map((one) => one.split('/', 1)[0])
  const stepOf = (one: string) => STEPS.findIndex((step) => one.startsWith(`${step}/`))
  if (from === 'lib' && to === 'lib') return stepOf(place) > stepOf(path)
  return to in BELOW && !(BELOW[from] ?? []).includes(to)
}

/** Casts to another type; `as const` is none. */
export const castsIn = ({ program }: CodeFile): number =>
  [...nodes(program)].filter(({ type }) => type === 'TsAsExpression' || type === 'TsTypeAssertion').length

/** Functions that put a write on the wire: the files that call one of these, outside the room of writing itself. */
export function waysToWrite(files: readonly CodeFile[], senders: readonly string[]): string[] {
  return files
    .filter(
      ({ path, isTest }) =>
        path.startsWith('components/') && !path.startsWith('components/changes/') && !isTest,
    )
    .filter(({ program }) => [...nodes(program)].some((node) => callsOne(node, senders)))
    .map(({ path }) => path)
}

function callsOne({ type, callee }: Record<string, unknown>, names: readonly string[]): boolean {
  if (type !== 'CallExpression' || typeof callee !== 'object' || callee === null) return false
  return 'value' in callee && typeof callee.value === 'string' && names.includes(callee.value)
}

/** Texts that go to a query function as they are: each statement of SQL that no builder made. */
export const rawStatements = ({ program }: CodeFile): number =>
  [...nodes(program)].filter((node) => isQuery(node)).length

function isQuery({ type, callee }: Record<string, unknown>): boolean {
  if (type !== 'CallExpression' || typeof callee !== 'object' || callee === null) return false
  const property = 'property' in callee ? callee.property : null
  return (
    typeof property === 'object' && property !== null && 'value' in property && property.value === 'query'
  )
}

/** The lines of the middle file. */
export function medianLines(files: readonly CodeFile[]): number {
  const sorted = files.map(({ lines }) => lines).toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

export const sumOfLines = (files: readonly CodeFile[]): number =>
  files.reduce((sum, { lines }) => sum + lines, 0)
