import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FACT, filesOfFact, MOST_FILES_OF_A_FACT, sqlOfFact } from './house/fact.ts'
import { codeFiles } from './house/files.ts'
import { MOST_PLACES, placesOf, SHOWN } from './house/nouns.ts'
import {
  arrowsBack,
  castsIn,
  fullFolders,
  medianLines,
  MOST_FILES,
  MOST_LINES,
  nounsBelow,
  roomPairs,
  sumOfLines,
  waysToWrite,
} from './house/measures.ts'
import { isPrepared, rawStatementsIn, UNPREPARED } from './house/raw-statements.ts'

// Prints how the code stands to what it wants to be: a number, its goal, and where it is missed.
const root = join(import.meta.dirname, '..')
const files = await codeFiles(root)
const code = files.filter(({ isTest }) => !isTest)
const tests = files.filter(({ isTest }) => isTest)
const kloc = sumOfLines(code) / 1000
const long = code.filter(({ lines }) => lines > MOST_LINES).map(({ path, lines }) => `${path} (${lines})`)
const casts = code.reduce((sum, file) => sum + castsIn(file), 0)
const places = placesOf(files, SHOWN)
const sql = await Promise.all(
  code
    .filter(({ path }) => path.startsWith('db/'))
    .map(async ({ path }) => rawStatementsIn(path, await readFile(join(root, path), 'utf8'))),
)
const raw = sql.flat()
const ofFact = [...filesOfFact(files).code, ...(await sqlOfFact(root))]

type Row = { what: string; now: number; goal: string; where?: readonly string[] }

const listed = (what: string, goal: string, where: readonly string[]): Row => ({
  what,
  now: where.length,
  goal,
  where,
})

const rows: Row[] = [
  { what: 'files of code', now: code.length, goal: '' },
  { what: 'thousand lines of code', now: kloc, goal: '' },
  { what: 'lines of the middle file', now: medianLines(code), goal: '≤ 60' },
  listed(`files above ${MOST_LINES} lines`, '0', long),
  { what: 'lines of tests for a line of code', now: sumOfLines(tests) / sumOfLines(code), goal: '≥ 0.55' },
  { what: 'casts in a thousand lines', now: casts / kloc, goal: '≤ 1' },
  listed('imports against the direction', '0', arrowsBack(files)),
  listed('pairs of rooms that import each other', '0', roomPairs(files)),
  listed('files below the nouns that know one', '0', nounsBelow(files)),
  {
    what: 'files outside its own that a noun is written into',
    now: places.length,
    goal: `≤ ${MOST_PLACES}`,
    where: places,
  },
  listed(`folders of components above ${MOST_FILES} files`, '0', fullFolders(files)),
  listed('files that write in a way of their own', '0', waysToWrite(files)),
  {
    what: `files that know a fact of an issue (${FACT}), its own apart`,
    now: ofFact.length,
    goal: `≤ ${MOST_FILES_OF_A_FACT}`,
    where: ofFact,
  },
  { what: 'raw statements', now: raw.length, goal: '' },
  {
    what: 'raw statements that are prepared in a test',
    now: raw.filter(isPrepared).length,
    goal: `${raw.length}`,
    where: Object.entries(UNPREPARED).map(([place, why]) => `not ${place.trim()} ${why}`),
  },
]

const shown = (now: number): string => (Number.isInteger(now) ? String(now) : now.toFixed(2))
const width = Math.max(...rows.map(({ what }) => what.length))
for (const { what, now, goal, where = [] } of rows) {
  console.log(`${what.padEnd(width)}  ${shown(now).padStart(7)}  ${goal}`.trimEnd())
  for (const place of where) console.log(`    ${place}`)
}
