import { type CodeFile, nodes, placeOf } from './files.ts'

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

/** What puts a write on the wire, by where it stands. */
const SENDERS: Record<string, readonly string[]> = {
  'components/changes/send.ts': ['send'],
  'lib/http/query.ts': ['writing'],
  'lib/http/call.ts': ['ask'],
}

/** Files that send a change by themselves, outside the room of changes. */
export function waysToWrite(files: readonly CodeFile[]): string[] {
  return files
    .filter(
      ({ path, isTest }) =>
        path.startsWith('components/') && !path.startsWith('components/changes/') && !isTest,
    )
    .filter(({ path, program }) => [...nodes(program)].some((node) => importsSender(path, node)))
    .map(({ path }) => path)
}

function importsSender(path: string, { type, source, specifiers }: Record<string, unknown>): boolean {
  if (type !== 'ImportDeclaration') return false
  const place = placeOf(path, memberOf(source, 'value'))
  const names = place === null ? [] : (SENDERS[place] ?? [])
  if (!Array.isArray(specifiers)) return false
  return specifiers.some((one) => {
    const name = memberOf(memberOf(one, 'imported') ?? memberOf(one, 'local'), 'value')
    return typeof name === 'string' && names.includes(name)
  })
}

const memberOf = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Object.entries(of).find(([key]) => key === name)?.[1] : undefined

/** The lines of the middle file. */
export function medianLines(files: readonly CodeFile[]): number {
  const sorted = files.map(({ lines }) => lines).toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

export const sumOfLines = (files: readonly CodeFile[]): number =>
  files.reduce((sum, { lines }) => sum + lines, 0)
