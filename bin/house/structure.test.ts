import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeFiles } from './files.ts'
import { arrowsBack, fullFolders, MOST_LINES, nounsBelow, roomPairs, waysToWrite } from './measures.ts'

test('rooms stay apart, folders and files small, imports in their direction, and there is one way to write', async () => {
  const files = await codeFiles(join(import.meta.dirname, '../..'))
  expect({
    roomPairs: roomPairs(files),
    nounsBelow: nounsBelow(files),
    fullFolders: fullFolders(files),
    arrowsBack: arrowsBack(files),
    waysToWrite: waysToWrite(files),
    long: files.flatMap(({ path, lines, isTest }) => (isTest || lines <= MOST_LINES ? [] : [path])),
  }).toEqual({ roomPairs: [], nounsBelow: [], fullFolders: [], arrowsBack: [], waysToWrite: [], long: [] })
})
