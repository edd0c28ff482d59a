import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeFile, codeFiles } from './files.ts'
import { isOwn, MOST_PLACES, placesOf, SHOWN } from './nouns.ts'

const ROOT = join(import.meta.dirname, '../..')
const planted = (path: string, ...lines: string[]) => codeFile(path, lines.join('\n'))

test('a noun is written into what imports it, lists it, or names one of its endpoints, events and rights', async () => {
  const own = [
    'lib/domain/pledges.ts',
    'lib/domain/events/pledges.ts',
    'lib/domain/testing/rights/pledges.ts',
    'app/_server/nouns/pledges.requests.ts',
    'components/pledges/pledge-dialog.tsx',
    'db/commands/pledges.undo.ts',
    'app/(dashboard)/[group]/settings/pledges/page.tsx',
  ]
  expect(own.filter((path) => !isOwn(path, 'pledges'))).toEqual([])
  const files = await Promise.all([
    planted(own[0] ?? '', "const id = 'pledge.edit'"),
    planted('a.ts', "import { pledge } from '#lib/domain/pledges.ts'"),
    planted('b.ts', "const pledge = () => import('#components/pledges/pledge-dialog.tsx')"),
    planted('c.ts', "const nouns = ['label', 'pledge']"),
    planted('d.ts', "const kinds = { pledge: { kind: 'labels' } }"),
    planted('e.ts', "const rows = { 'pledge.edit': 'edits pledges' }"),
    planted('f.ts', "const rooms = [{ slug: 'pledges' }]"),
    planted('g.test.ts', "expect(nouns).toContain('pledge')"),
    planted('h.ts', "const said = 'a pledge is a word'", "const style = { pledge: '1fr' }"),
    planted('i.ts', "import { free } from '#lib/domain/free-pledges.ts'"),
  ])
  expect(placesOf(files, 'pledges')).toEqual(['a.ts', 'b.ts', 'c.ts', 'd.ts', 'e.ts', 'f.ts', 'g.test.ts'])
})

test(`a noun is written into at most ${MOST_PLACES} files outside its own, and CONTRIBUTING lists them`, async () => {
  const places = placesOf(await codeFiles(ROOT), SHOWN)
  console.log(`The noun of ${SHOWN} is written into ${places.length} files outside its own:`, places)
  expect(places.length).toBeLessThanOrEqual(MOST_PLACES)
  const text = await readFile(join(ROOT, 'CONTRIBUTING.md'), 'utf8')
  const [, chapter = ''] = /## Add a noun\n(.*?)\n## /s.exec(text) ?? []
  const listed = chapter
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...line.matchAll(/`([^`]+\.tsx?)`/g)].map(([, path = '']) => path))
  expect(listed.filter((path) => !isOwn(path, SHOWN)).toSorted()).toEqual(places)
  expect(chapter).toContain(`${places.length} files`)
})
