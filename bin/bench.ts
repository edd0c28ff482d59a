import { parseArgs } from 'node:util'
import { OperatorError } from '#db/embedded/operator-error.ts'
import { stopChildren } from './bench/child.ts'
import { machineText } from './bench/machine.ts'
import { counted, ratio, reached } from './bench/measure.ts'
import { type Part, parts } from './bench/parts.ts'
import { openStage, type Stage } from './bench/stage.ts'
import { type Chapter, table } from './bench/table.ts'
import { tell } from './bench/tell.ts'
import { giveUp, since } from './progress.ts'
import { onStopSignals } from './stop-signals.ts'

// Measures what is documented about the product's speed and prints each result with its target and its floor: nothing is
// asserted here, and a missed target is no failure. Only what could not be measured is one.
let stage: Stage | undefined
const clear = () => Promise.all([stopChildren(), stage?.close()])
onStopSignals(() => void clear().finally(() => process.exit(130)))
try {
  const { only, json } = options()
  const wanted = chosen(only)
  const machine = machineText()
  stage = await openStage()
  const chapters = await bench(wanted, stage)
  const report = { machine, chapters: chapters.map(withVerdicts) }
  console.log(json ? JSON.stringify(report, null, 2) : `\n${table(chapters)}\n\n${machine}`)
  await clear()
  process.exit(chapters.some(({ errorText }) => errorText !== undefined) ? 1 : 0)
} catch (error) {
  await clear()
  giveUp(error)
}

/** `--only=read` (more than once, if wanted) and `--json`. Throws OperatorError for any other. */
function options(): { only: string[]; json: boolean } {
  try {
    const { only, json } = parseArgs({
      // Where the launcher started us, the name of the command stands before the options.
      allowPositionals: true,
      options: { only: { type: 'string', multiple: true }, json: { type: 'boolean' } },
    }).values
    return { only: only ?? [], json: json ?? false }
  } catch (error) {
    throw new OperatorError(
      `The bench takes --only=<part> and --json (${error instanceof Error ? error.message : String(error)}).`,
    )
  }
}

function chosen(only: string[]): readonly Part[] {
  const unknown = only.find((name) => !parts.some((part) => part.name === name))
  if (unknown === undefined)
    return only.length === 0 ? parts : parts.filter(({ name }) => only.includes(name))
  const names = parts.map(({ name }) => name).join(', ')
  throw new OperatorError(`There is no part "${unknown}" to measure; --only takes ${names}.`)
}

async function bench(wanted: readonly Part[], stage: Stage): Promise<Chapter[]> {
  const chapters: Chapter[] = []
  for (const part of wanted) chapters.push(await chapterOf(part, stage))
  const target = { at: 'median', most: 400 } as const
  const peak = counted('of the application, at its peak in all of this', await stage.peak(), {
    unit: 'MB',
    target,
  })
  return [...chapters, { title: 'Memory', measures: [peak] }]
}

async function chapterOf({ title, run }: Part, stage: Stage): Promise<Chapter> {
  const began = performance.now()
  try {
    const measures = await run(stage)
    tell(`${title}: measured (${since(began)})`)
    return { title, measures }
  } catch (error) {
    tell(`${title}: not measured (${since(began)})`)
    return { title, measures: [], errorText: error instanceof Error ? error.message : String(error) }
  }
}

function withVerdicts({ measures, ...chapter }: Chapter) {
  return {
    ...chapter,
    measures: measures.map((measure) => ({ ...measure, ratio: ratio(measure), reached: reached(measure) })),
  }
}
