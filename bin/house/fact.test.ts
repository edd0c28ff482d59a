import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesOfFact, MOST_FILES_OF_A_FACT, names, sqlOfFact } from './fact.ts'
import { codeFile, codeFiles } from './files.ts'

const ROOT = join(import.meta.dirname, '../..')

test('a fact is known by each spelling of its name, and not by what is called alike', () => {
  for (const text of ['health', 'setHealth', 'HEALTHS', 'issue.health_set', "i.health = 'at_risk'"])
    expect(names(text), text).toBe(true)
  for (const text of ['healthy', 'Health check', '/api/health', 'health-connectivity', 'wealth'])
    expect(names(text), text).toBe(false)
})

test('what is named for a fact is its own, and whatever else knows it counts', async () => {
  const planted = await Promise.all([
    codeFile('lib/domain/facts/health.ts', "export const health = 'health'"),
    codeFile('db/queries/plan.ts', 'const sick = ({ health }) => health'),
    codeFile('components/issues/list.test.tsx', '<p>Health</p>'),
    codeFile('lib/domain/weight.ts', 'const weight = 1'),
  ])
  expect(filesOfFact(planted)).toEqual({
    code: ['db/queries/plan.ts'],
    tests: ['components/issues/list.test.tsx'],
  })
})

test('a fact is written into few files outside its own, and the guide names all of them', async ({
  annotate,
}) => {
  const { code, tests } = filesOfFact(await codeFiles(ROOT))
  const all = [...code, ...(await sqlOfFact(ROOT))]
  await annotate(`${all.length} files and ${tests.length} tests`)
  expect(all.length, all.join('\n')).toBeLessThanOrEqual(MOST_FILES_OF_A_FACT)
  const guide = await readFile(join(ROOT, 'CONTRIBUTING.md'), 'utf8')
  const [, rows = ''] = /## Add a fact of an issue[^]*?(\n\|[^]*?)\n\n/.exec(guide) ?? []
  const listed = [...rows.matchAll(/`([\w./-]+\/[\w.-]+\.\w+)`/g)].map(([, path]) => path)
  expect(listed.toSorted()).toEqual([...all, ...tests].toSorted())
})
