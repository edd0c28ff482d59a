import { execFile } from 'node:child_process'
import { mkdtemp, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { api } from '#lib/contract/api.ts'
import { handlers } from './handlers.ts'

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '../..')

/** One noun, one name, on every floor. A new noun is a decision: write it here, and then everywhere the same. */
const NOUNS = [
  'boards',
  'comments',
  'dri',
  'epics',
  'events',
  'groups',
  'hand-overs',
  'inbox',
  'invitations',
  'issues',
  'labels',
  'links',
  'milestones',
  'people',
  'rate-limits',
  'search',
  'sessions',
  'teams',
  'templates',
  'tokens',
  'views',
  'weighings',
]

async function files(folder: string): Promise<string[]> {
  const found = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true })
  return found.filter((one) => one.isFile()).map((one) => relative(ROOT, join(one.parentPath, one.name)))
}

test('every promise of the contract is kept by a handler, and no handler keeps another', () => {
  const kept = handlers.map(({ endpoint }) => endpoint.id)
  expect(kept.toSorted()).toEqual(api.map(({ id }) => id).toSorted())
  expect(new Set(kept).size).toBe(kept.length)
})

test('every promise has an id, a method and a path of its own', () => {
  expect(new Set(api.map(({ id }) => id)).size).toBe(api.length)
  expect(new Set(api.map(({ method, path }) => `${method} ${path}`)).size).toBe(api.length)
})

test('the tables and the promises speak of the nouns of the house', async () => {
  const schema = (await files('db/schema')).map((path) => path.replace(/^.*\/|\.ts$/g, ''))
  expect(schema.filter((name) => ![...NOUNS, 'columns'].includes(name))).toEqual([])
  expect(
    [...new Set(api.map(({ id }) => id.split('.')[0] ?? ''))].filter((noun) => !NOUNS.includes(noun)),
  ).toEqual([])
})

test('every table that a group owns has the group first in its primary key', async () => {
  const odd: string[] = []
  for (const path of await files('db/schema')) {
    const module: Record<string, unknown> = await import(join(ROOT, path))
    for (const table of Object.values(module).filter((one) => one instanceof PgTable)) {
      const { name, columns, primaryKeys, foreignKeys } = getTableConfig(table)
      const owned = columns.find((column) => column.name === 'group_id')
      if (!owned) continue
      const first = primaryKeys[0]?.columns[0]?.name
      if (!owned.primary && first !== 'group_id') odd.push(`${name}: primary key`)
      for (const key of foreignKeys.map((one) => one.reference())) {
        const foreign = getTableConfig(key.foreignTable)
        const foreignOwned = foreign.columns.some((column) => column.name === 'group_id')
        if (foreignOwned && key.columns[0]?.name !== 'group_id') odd.push(`${name} → ${foreign.name}`)
      }
    }
  }
  expect(odd).toEqual([])
})

const PLANTS: [rule: string, path: string, text: string][] = [
  ['components-know-no-database', 'components/planted.ts', `import '../db/thing.ts'`],
  [
    'components-know-no-database',
    'components/planted.ts',
    `import type { A } from '../app/thing.ts'\nexport type B = A`,
  ],
  ['database-knows-no-screen', 'db/planted.ts', `import '../components/thing.ts'`],
  ['lib-is-the-ground', 'lib/kit/planted.ts', `import '../../db/thing.ts'`],
  ['kit-knows-nothing', 'lib/kit/planted.ts', `import '../domain/thing.ts'`],
  ['domain-knows-kit', 'lib/domain/planted.ts', `import '../contract/thing.ts'`],
  ['contract-knows-no-wire', 'lib/contract/planted.ts', `import '../http/thing.ts'`],
  ['domain-is-pure', 'lib/domain/planted.ts', `import 'zod'`],
  ['domain-is-pure', 'lib/domain/planted.ts', `import 'node:fs'`],
  ['contract-is-zod', 'lib/contract/planted.ts', `import 'hono'`],
  ['sql-lives-in-db', 'app/planted.ts', `import 'pg'`],
  ['next-lives-in-app', 'lib/http/planted.ts', `import 'react'`],
  ['stories-know-the-contract', 'e2e/planted.ts', `import '../db/thing.ts'`],
  ['no-circles', 'lib/kit/planted.ts', `import './thing.ts'`],
  ['database-knows-no-screen', 'db/planted.ts', `import '#components/thing.ts'`],
]

test('each rule of direction fails on a planted violation', async () => {
  const house = await mkdtemp(join(tmpdir(), 'saydo-house-'))
  const told = await Promise.all(
    PLANTS.map(async ([, path, text], at) => {
      const copy = join(house, String(at))
      for (const floor of [
        'app',
        'components',
        'db',
        'e2e',
        'lib/kit',
        'lib/domain',
        'lib/contract',
        'lib/http',
      ]) {
        await mkdir(join(copy, floor), { recursive: true })
        await writeFile(
          join(copy, floor, 'thing.ts'),
          floor === 'lib/kit' ? `import './planted.ts'` : 'export {}',
        )
      }
      await mkdir(dirname(join(copy, path)), { recursive: true })
      await writeFile(join(copy, path), text)
      await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
      for (const name of ['package.json', '.dependency-cruiser.mjs']) {
        await writeFile(join(copy, name), await readFile(join(ROOT, name)))
      }
      return broken(copy)
    }),
  )
  await rm(house, { recursive: true, force: true })
  expect(told.map((rules, at) => rules.includes(PLANTS[at]?.[0] ?? ''))).toEqual(PLANTS.map(() => true))
}, 120_000)

test('the house itself breaks no rule of direction', async () => {
  expect(await broken(ROOT)).toEqual([])
}, 120_000)

/** The names of the rules that a tree breaks. */
async function broken(root: string): Promise<string[]> {
  const tool = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const floors = ['app', 'components', 'db', 'lib', 'e2e', 'bin'].filter(
    (floor) => root !== ROOT || floor !== '',
  )
  const there = await Promise.all(
    floors.map((floor) =>
      stat(join(root, floor))
        .then(() => floor)
        .catch(() => null),
    ),
  )
  const args = [
    tool,
    '--config',
    '.dependency-cruiser.mjs',
    '-T',
    'json',
    ...there.filter((floor) => floor !== null),
  ]
  const { stdout } = await run(process.execPath, args, { cwd: root, maxBuffer: 64e6 }).catch(
    (failed: { stdout: string }) => failed,
  )
  const report: { summary: { violations: { rule: { name: string } }[] } } = JSON.parse(stdout)
  return report.summary.violations.map(({ rule }) => rule.name)
}

test('no room is crowded: no file of ours is longer than 300 lines', async () => {
  const long: string[] = []
  for (const floor of ['app', 'components', 'db', 'lib', 'bin', 'e2e']) {
    for (const path of (await files(floor)).filter((one) => /\.(ts|tsx|mjs)$/.test(one))) {
      const lines = (await readFile(join(ROOT, path), 'utf8')).split('\n').length - 1
      if (lines > 300) long.push(`${path} (${lines})`)
    }
  }
  expect(long).toEqual([])
})

test('documents name only places that exist', async () => {
  const lost: string[] = []
  for (const name of (await readdir(ROOT)).filter((one) => one.endsWith('.md'))) {
    const text = await readFile(join(ROOT, name), 'utf8')
    for (const [, path = ''] of text.matchAll(
      /`((?:app|components|db|lib|bin|e2e|public|\.ci)\/[\w./()[\]-]*)`/g,
    )) {
      await stat(join(ROOT, path)).catch(() => lost.push(`${name}: ${path}`))
    }
  }
  expect(lost).toEqual([])
})

test('the only clock stands at the door', async () => {
  const clocks: string[] = []
  for (const floor of ['db', 'lib']) {
    for (const path of (await files(floor)).filter(
      (one) => one.endsWith('.ts') && !one.endsWith('.test.ts'),
    )) {
      if (/^db\/(embedded|testing)\//.test(path)) continue
      const text = await readFile(join(ROOT, path), 'utf8')
      if (/\bnew Date\(\)|\bDate\.now\(\)/.test(text)) clocks.push(path)
    }
  }
  expect(clocks).toEqual([])
})
