import { execFile } from 'node:child_process'
import { mkdtemp, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)
const ROOT = join(import.meta.dirname, '../..')

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
  ['code-needs-no-tests', 'lib/domain/planted.ts', `import './testing/thing.ts'`],
  ['contract-is-zod', 'lib/contract/planted.ts', `import 'hono'`],
  ['sql-lives-in-db', 'app/planted.ts', `import 'pg'`],
  ['next-lives-in-app', 'lib/http/planted.ts', `import 'react'`],
  ['stories-know-the-contract', 'e2e/planted.ts', `import '../db/thing.ts'`],
  ['no-circles', 'lib/kit/planted.ts', `import './thing.ts'`],
  ['database-knows-no-screen', 'db/planted.ts', `import '#components/thing.ts'`],
  ['app-is-the-top', 'components/planted.ts', `import '../app/thing.ts'`],
]

test('no rule of direction is without a plant', async () => {
  const text = await readFile(join(ROOT, '.dependency-cruiser.mjs'), 'utf8')
  const names = [...text.matchAll(/(?:\bname: |\bfloor\(\s*)'([\w-]+)'/g)].map(([, name = '']) => name)
  const planted = new Set(PLANTS.map(([rule]) => rule))
  expect(names.length).toBeGreaterThan(10)
  expect(names.filter((name) => !planted.has(name))).toEqual([])
})

test('each rule of direction fails on a planted violation', async () => {
  const house = await mkdtemp(join(tmpdir(), 'saydo-house-'))
  const brokenRules = await Promise.all(
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
  expect(brokenRules.map((rules, at) => rules.includes(PLANTS[at]?.[0] ?? ''))).toEqual(
    PLANTS.map(() => true),
  )
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
