import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'

/** What the house asks of its rooms; each check says in words what it found, and nothing where all is well. */
export type File = { path: string; text: string }

/** The noun whose endpoints a file handles. */
const KEEPER = /^app\/_server\/nouns\/([\w-]+)\.ts$/

/** One noun, one name, on every floor: the nouns that have endpoints, by the files that handle them. */
export const nounsIn = (files: File[]): string[] => files.flatMap(({ path }) => KEEPER.exec(path)?.[1] ?? [])

/** Nouns whose endpoints are those of another, or that have none. */
const PARTS = ['dri', 'hand-overs', 'jobs', 'outcomes', 'rate-limits']

/** Columns that several tables have. */
const COLUMNS = ['columns', 'subject']

/** Rooms that people see and that are no noun of the data: what is put together of several, or is open without a session. */
const ROOMS =
  'ui shell changes commands live charts confidence filters forecast frame lookups milestone-overview palette past public reference settings sign-in texts week'.split(
    ' ',
  )

export const MOST_LINES = 300

const isCode = ({ path }: File) => /\.(ts|tsx|mjs)$/.test(path)

export const crowded = (files: File[]): string[] =>
  files
    .filter(isCode)
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ path, lines }) => `${path} (${lines})`)

/** Tables, rooms and stories are named after nouns, and so are the endpoints. */
export function unknownNames(files: File[], endpoints: { id: string }[]): string[] {
  const nouns = [...nounsIn(files), ...PARTS]
  const table = /^db\/schema\/([\w-]+)\.ts$/
  const room = /^components\/([\w-]+)\//
  const named = (pattern: RegExp, besides: string[]) =>
    files
      .map(({ path }) => pattern.exec(path)?.[1])
      .filter((name) => name !== undefined && ![...nouns, ...besides].includes(name))
  const listed = endpoints.map(({ id }) => id.split('.')[0] ?? '').filter((noun) => !nouns.includes(noun))
  return [...new Set([...named(table, COLUMNS), ...named(room, ROOMS), ...listed])].map(String)
}

/** Every endpoint has a handler, an id and an address of its own, and no handler answers what is no endpoint. */
export function unkept(endpoints: { id: string; method: string; path: string }[], kept: string[]): string[] {
  const twice = (all: string[]) => all.filter((one, at) => all.indexOf(one) !== at)
  const ids = endpoints.map(({ id }) => id)
  return [
    ...ids.filter((id) => !kept.includes(id)).map((id) => `${id} is not kept`),
    ...kept.filter((id) => !ids.includes(id)).map((id) => `${id} has no endpoint`),
    ...[...twice(ids), ...twice(kept)].map((id) => `${id} stands twice`),
    ...twice(endpoints.map(({ method, path }) => `${method} ${path}`)).map((one) => `${one} is listed twice`),
  ]
}

/** What a group owns has the group first in its key, and points into its own group alone. */
export function looseKeys(tables: PgTable[]): string[] {
  return tables.flatMap((table) => {
    const { name, columns, primaryKeys, foreignKeys } = getTableConfig(table)
    const owned = columns.find((column) => column.name === 'group_id')
    if (!owned) return []
    const keyed = owned.primary || primaryKeys[0]?.columns[0]?.name === 'group_id'
    const loose = foreignKeys
      .map((one) => one.reference())
      .map((key) => ({ first: key.columns[0]?.name, to: getTableConfig(key.foreignTable) }))
      .filter(
        ({ first, to }) => first !== 'group_id' && to.columns.some((column) => column.name === 'group_id'),
      )
    return [...(keyed ? [] : [`${name}: primary key`]), ...loose.map(({ to }) => `${name} → ${to.name}`)]
  })
}

/** Documents name only places that exist. */
export const lostPlaces = (documents: File[], exists: (path: string) => boolean): string[] =>
  documents.flatMap(({ path: document, text }) =>
    [...text.matchAll(/`((?:app|components|db|lib|bin|e2e|public|\.ci)\/[\w./()[\]-]*)`/g)]
      .map(([, path = '']) => path)
      .filter((path) => !exists(path))
      .map((path) => `${document}: ${path}`),
  )

/** Each decision says since when, and the index leads to each area. */
export function undated(decisions: string): string[] {
  const entries = decisions.split(/^(?=- |## )/m).filter((part) => part.startsWith('- '))
  const areas = [...decisions.matchAll(/^## (.*)$/gm)].map(([, area = '']) => area)
  const link = (area: string) =>
    `[${area}](#${area
      .toLowerCase()
      .replace(/[^a-z0-9 -]/g, '')
      .replaceAll(' ', '-')})`
  return [
    ...entries
      .filter((entry) => !/·\s+\d{4}-\d\d-\d\d(?:\s+·|\.)/.test(entry))
      .map((entry) => entry.slice(2, 80).trim()),
    ...areas.filter((area) => !decisions.includes(link(area))),
  ]
}

/**
 * Below `app` time is an argument. Tests, the keeper of the embedded server's process, and what notices in a browser that
 * the machine slept may look at the clock.
 */
export const clocks = (files: File[]): string[] =>
  files
    .filter(({ path }) => /^(components|db|lib)\//.test(path) && !path.endsWith('.test.ts'))
    .filter(({ path }) => !/^(db\/(embedded|testing)\/|components\/live\/wall-clock\.ts$)/.test(path))
    .filter(({ text }) => /\bnew Date\(\)|\bDate\.now\(\)/.test(text))
    .map(({ path }) => path)

/** The one way out for the server, and the browser's, to ourselves; the pool speaks to the database alone. */
const WAYS_OUT = /^(?:app\/_server\/outbound|lib\/http\/call\.ts$|db\/connection\.ts$)/
const LEAVES =
  /(?<![.\w])fetch\(|globalThis\.fetch|from '(?:node:)?(?:http|https|http2|net|tls|dgram|undici)'|new (?:WebSocket|EventSource)\(/

/** Requests leave the server in one place; tests stand on the other side of the wire. */
export const leaks = (files: File[]): string[] =>
  files
    .filter(({ path }) => /^(app|db|lib)\/.*\.tsx?$/.test(path) && !WAYS_OUT.test(path))
    .filter(({ path }) => !/\.test\.ts$|\/testing\//.test(path))
    .filter(({ text }) => LEAVES.test(text))
    .map(({ path }) => path)

/** Nobody looks for things in a drawer. */
export const drawers = (files: File[]): string[] =>
  files
    .map(({ path }) => path)
    .filter((path) => /(^|\/)(utils?|helpers?|misc|common)(\.tsx?$|\/)|\/index\.tsx?$/.test(path))

/**
 * Versions below which something was wrong that matters here, since the registry does not tell: each floor with what
 * it fixes.
 */
export const FLOORS: Record<string, { least: string; because: string }> = {
  'better-auth': { least: '1.7.25', because: 'sessions and providers as we rely on them' },
  next: { least: '16.0.0', because: 'asynchronous params, and no image optimiser that fetches' },
  pg: { least: '8.23.0', because: 'pipeline mode' },
  hono: { least: '4.12.0', because: 'body limits that hold' },
  zod: { least: '4.0.0', because: 'strict shapes and one registry' },
}

export const outdated = (versions: Record<string, string>): string[] =>
  Object.entries(FLOORS)
    .filter(([name, { least }]) => isBelow(versions[name] ?? '0', least))
    .map(([name, { least, because }]) => `${name} is below ${least}: ${because}`)

function isBelow(version: string, least: string): boolean {
  const [a, b] = [version, least].map((text) => text.split(/[.-]/).map(Number))
  for (const [at, floor] of (b ?? []).entries()) {
    const part = a?.[at] ?? 0
    if (part !== floor) return !(part > floor)
  }
  return false
}

/** What an exact version is: no caret, no range. */
export const loose = (versions: Record<string, string>): string[] =>
  Object.entries(versions)
    .filter(([, version]) => !/^\d+\.\d+\.\d+([-+][\w.-]+)?$/.test(version))
    .map(([name]) => name)
