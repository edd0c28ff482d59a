import { readdir, readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { foreignKey, integer, PgTable, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { api } from '#lib/contract/api.ts'
import about from '../../package.json' with { type: 'json' }
import { handlers } from './handlers.ts'
import * as house from './testing/house.ts'

/** Each check is shown to find what is planted for it, and to find nothing in the house as it stands. */
const ROOT = join(import.meta.dirname, '../..')

async function files(...floors: string[]): Promise<house.File[]> {
  const found = await Promise.all(
    floors.map((floor) => readdir(join(ROOT, floor), { recursive: true, withFileTypes: true })),
  )
  const paths = found
    .flat()
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
  return await Promise.all(
    paths.map(async (path) => ({ path: relative(ROOT, path), text: await readFile(path, 'utf8') })),
  )
}

const FLOORS = ['app', 'components', 'db', 'lib', 'bin', 'e2e']
const planted = (path: string, text = ''): house.File => ({ path, text })

test('every endpoint of the contract has one handler, and no handler is of another', () => {
  const endpoint = { id: 'issues.take', method: 'POST', path: '/take' }
  expect(house.unkept([endpoint], [])).toEqual(['issues.take is not kept'])
  expect(house.unkept([endpoint], ['issues.take', 'issues.give'])).toEqual(['issues.give has no endpoint'])
  expect(
    house.unkept([endpoint, { ...endpoint, id: 'issues.grab' }], ['issues.take', 'issues.grab']),
  ).toEqual(['POST /take is listed twice'])
  const kept = handlers.map(({ endpoint }) => endpoint.id)
  expect(house.unkept(api, kept)).toEqual([])
})

test('tables, rooms and endpoints speak of the nouns of the house', async () => {
  const odd = [planted('db/schema/tickets.ts'), planted('components/cards/face.tsx')]
  expect(house.unknownNames(odd, [{ id: 'stories.read' }])).toEqual(['tickets', 'cards', 'stories'])
  const kept = ['tickets', 'cards', 'stories'].map((noun) => planted(`app/_server/nouns/${noun}.ts`))
  expect(house.unknownNames([...odd, ...kept], [{ id: 'stories.read' }])).toEqual([])
  expect(house.unknownNames(await files('app', 'db', 'components'), api)).toEqual([])
})

test('every table that a group owns has the group first in its keys', async () => {
  const parent = pgTable('parents', { groupId: integer('group_id'), id: integer('id').primaryKey() })
  const child = pgTable(
    'children',
    { groupId: integer('group_id'), id: integer('id'), parent: integer('parent_id') },
    (t) => [
      primaryKey({ columns: [t.groupId, t.id] }),
      foreignKey({ columns: [t.parent], foreignColumns: [parent.id] }),
    ],
  )
  expect(house.looseKeys([parent, child])).toEqual(['parents: primary key', 'children → parents'])
  const modules: Record<string, unknown>[] = await Promise.all(
    (await files('db/schema')).map(({ path }) => import(join(ROOT, path))),
  )
  const tables = modules.flatMap((module) => Object.values(module)).filter((one) => one instanceof PgTable)
  expect(tables.length).toBeGreaterThan(20)
  expect(house.looseKeys(tables)).toEqual([])
})

test('no room is crowded, and nothing lies in a drawer', async () => {
  const long = planted('lib/kit/long.ts', '\n'.repeat(house.MOST_LINES + 1))
  expect(house.crowded([long])).toEqual([`lib/kit/long.ts (${house.MOST_LINES + 1})`])
  const drawers = ['lib/kit/utils.ts', 'components/helpers/x.tsx', 'db/queries/index.ts']
  expect(house.drawers(drawers.map((path) => planted(path)))).toEqual(drawers)
  const all = await files(...FLOORS)
  expect(house.crowded(all)).toEqual([])
  expect(house.drawers(all)).toEqual([])
})

test('documents name only places that exist', async () => {
  const document = planted('README.md', 'See `lib/kit/zone.ts` and `lib/nowhere/`.')
  const exists = (path: string) => existsSync(join(ROOT, path))
  expect(house.lostPlaces([document], exists)).toEqual(['README.md: lib/nowhere/'])
  const names = (await readdir(ROOT)).filter((one) => one.endsWith('.md'))
  const documents = await Promise.all(
    names.map(async (path) => ({ path, text: await readFile(join(ROOT, path), 'utf8') })),
  )
  expect(house.lostPlaces(documents, exists)).toEqual([])
})

test('every decision has its date, and the index leads to each area', async () => {
  const decisions = '[A b, c](#a-b-c)\n\n## A b, c\n\n- **One** · 2026-11-22 · why.\n- **Two** · why.\n\n## D'
  expect(house.undated(decisions)).toEqual(['**Two** · why.', 'D'])
  expect(house.undated(await readFile(join(ROOT, 'DECISIONS.md'), 'utf8'))).toEqual([])
})

test('clocks are read in app/ alone', async () => {
  const late = [planted('db/commands/x.ts', 'new Date()'), planted('components/x.tsx', 'Date.now()')]
  const early = [planted('app/_server/x.ts', 'new Date()'), planted('lib/kit/x.ts', 'new Date(text)')]
  expect(house.clocks([...late, ...early])).toEqual(['db/commands/x.ts', 'components/x.tsx'])
  expect(house.clocks(await files(...FLOORS))).toEqual([])
})

test('requests leave the server in one place', async () => {
  const out = [
    "const answer = await fetch('https://elsewhere.example')",
    'const ask = globalThis.fetch',
    "import { request } from 'node:https'",
    "import { fetch } from 'undici'",
    "new WebSocket('wss://elsewhere.example')",
  ].map((text, at) => planted(`app/_server/planted-${at}.ts`, text))
  expect(house.leaks(out)).toEqual(out.map(({ path }) => path))
  const text = out[0]?.text ?? ''
  const inside = [
    planted('lib/http/call.ts', text),
    planted('app/_server/x.test.ts', text),
    planted('db/x.ts', 'api.fetch(request); prefetch(reads)'),
  ]
  expect(house.leaks(inside)).toEqual([])
  expect(house.leaks(await files(...FLOORS)), 'ask through app/_server/outbound.ts').toEqual([])
})

test('packages are held at one exact version each, above the floors that are known', () => {
  expect(house.loose({ a: '^1.0.0', b: '1.2.3', c: '1.x', d: '2.0.0-beta.1' })).toEqual(['a', 'c'])
  expect(house.outdated({ ...about.dependencies, pg: '8.9.1' })).toEqual([
    'pg is below 8.23.0: pipeline mode',
  ])
  const { dependencies, devDependencies, optionalDependencies } = about
  expect(house.loose({ ...dependencies, ...devDependencies, ...optionalDependencies })).toEqual([])
  expect(house.outdated(dependencies)).toEqual([])
})
