import { expect, test } from 'vitest'
import { codeFile } from './files.ts'
import {
  arrowsBack,
  castsIn,
  fullFolders,
  MOST_FILES,
  nounsBelow,
  roomPairs,
  waysToWrite,
} from './measures.ts'
import { rawStatementsIn } from './raw-statements.ts'

const planted = (path: string, ...lines: string[]) => codeFile(path, lines.join('\n'))

test('two rooms that import each other are a pair, also where one of them imports late', async () => {
  const files = [
    await planted('components/cards/face.tsx', "import { lane } from '#components/lanes/lane.ts'"),
    await planted('components/lanes/lane.ts', "const face = () => import('../cards/face.tsx')"),
    await planted('components/lanes/own.ts', "import type { Card } from './lane.ts'"),
  ]
  expect(roomPairs(files)).toEqual(['cards ↔ lanes'])
  expect(roomPairs(files.slice(0, 1))).toEqual([])
})

test('a room below the nouns knows none, a test of it may', async () => {
  const text = "import { Card } from '#components/cards/card.ts'"
  const files = [
    await planted('components/shell/frame.ts', text),
    await planted('components/ui/a.test.ts', text),
  ]
  expect(nounsBelow(files)).toEqual(['components/shell/frame.ts → cards'])
})

test('a folder is full when it holds more files than one can look over, tests not counted', async () => {
  const room = await Promise.all(
    Array.from({ length: MOST_FILES }, (_, nth) => planted(`components/cards/${nth}.ts`)),
  )
  expect(fullFolders([...room, await planted('components/cards/x.test.ts')])).toEqual([])
  expect(fullFolders([...room, await planted('components/cards/x.ts')])).toEqual([
    `components/cards (${MOST_FILES + 1})`,
  ])
})

test('imports run down the floors and the steps of lib', async () => {
  const files = [
    await planted('components/cards/a.ts', "import { pool } from '#db/connection.ts'"),
    await planted('lib/domain/b.ts', "import { call } from '#lib/http/call.ts'"),
    await planted('app/c.ts', "import { pool } from '#db/connection.ts'"),
    await planted('lib/http/d.ts', "import { may } from '#lib/domain/permissions.ts'"),
  ]
  expect(arrowsBack(files)).toEqual([
    'components/cards/a.ts → db/connection.ts',
    'lib/domain/b.ts → lib/http/call.ts',
  ])
})

test('a cast to a type counts, a constant does not', async () => {
  expect(castsIn(await planted('a.ts', 'const a = x as string', 'const b = [1] as const'))).toBe(1)
})

test('what sends by itself is a way to write of its own, outside the room of changes', async () => {
  const text = "import { send as say } from '#components/changes/send.ts'"
  const others = "import { wordsOf } from '#components/changes/send.ts'"
  const files = [await planted('components/cards/a.ts', text), await planted('components/changes/b.ts', text)]
  expect(waysToWrite([...files, await planted('components/cards/c.ts', others)])).toEqual([
    'components/cards/a.ts',
  ])
})

test('each text that is sent to the database is a raw statement, and says whether its rows have a type', async () => {
  const lines = [
    "const ALL = 'select 1'",
    'db.query<{ one: number }>(`${ALL} as one`)',
    "db.query({ name: 'a', text: `delete from ${table}` })",
    'db.select().from(issues)',
  ]
  const [first, second, ...more] = await rawStatementsIn('db/a.ts', `// Ä\n${lines.join('\n')}`)
  expect(first).toMatchObject({ line: 3, text: 'select 1 as one' })
  expect(second).toMatchObject({ line: 4, row: null, text: null, opening: 'delete from' })
  expect(more).toEqual([])
})
