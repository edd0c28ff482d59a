import { parseArgs } from 'node:util'
import { stopChildren } from './bench/child.ts'
import { reached } from './bench/measure.ts'
import { openStage } from './bench/stage.ts'
import { parts } from './bench/parts.ts'
import { table, type Chapter } from './bench/table.ts'
import { tell } from './bench/tell.ts'
import { giveUp } from './progress.ts'
import { onStopSignals } from './stop-signals.ts'

const { only, json } = parseArgs({
  // Started by the launcher, the name of the command stands before the options.
  allowPositionals: true,
  options: { only: { type: 'string', multiple: true }, json: { type: 'boolean' } },
}).values

onStopSignals(() => void stopChildren().finally(() => process.exit(130)))
try {
  const chapters = await bench()
  console.log(json ? JSON.stringify(chapters.map(judged), null, 2) : `\n${table(chapters)}`)
  process.exitCode = chapters.some(({ trouble }) => trouble !== undefined) ? 1 : 0
} catch (error) {
  await stopChildren()
  giveUp(error)
}
