import { spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { delimiter, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { OperatorError } from '#db/embedded/operator-error.ts'
import { buildIfNeeded } from './build.ts'
import { chromium } from './chromium.ts'
import { countsOfPlaywright, countsOfVitest, failuresOfPlaywright, total, type Counts } from './counts.ts'
import { say, since } from './progress.ts'
import { pageWeights, weightTable } from './page-weight.ts'
import { onStopSignals } from './stop-signals.ts'

const root = join(import.meta.dirname, '..')
const reports = join(root, '.cache', 'verify')
const reportOf = { vitest: join(reports, 'vitest.json'), playwright: join(reports, 'playwright.json') }

type Outcome = Counts & { output: string }

const interrupted = new AbortController()

const steps: { name: string; run: (earlier: Map<string, Outcome>) => Promise<Outcome> }[] = [
  { name: 'types', run: () => check('tsc', '--noEmit') },
  { name: 'lint', run: () => check('oxlint') },
  { name: 'format', run: () => check('oxfmt', '--check') },
  {
    name: 'direction',
    run: () =>
      check(
        'depcruise',
        '--config',
        '.dependency-cruiser.mjs',
        'app',
        'bin',
        'components',
        'db',
        'e2e',
        'lib',
      ),
  },
  { name: 'unit and database tests', run: vitest },
  { name: 'production build', run: build },
  { name: 'page weight', run: pageWeight },
  { name: 'browser tests', run: playwright },
]

/** Runs every check, whatever the earlier ones said, and ends the process: 0 when nothing failed. */
export async function verify(): Promise<never> {
  // The tests make worlds of their own; they must never meet the data of whoever runs them.
  for (const name of Object.keys(process.env))
    if (
      /^(DATABASE_URL|DATA_DIR|PORT|HOST|ALLOWED_HOSTS|PUBLIC_URL|TRUSTED_PROXIES|AUTH_SECRET)$|^(OIDC|GITLAB)_/.test(
        name,
      )
    )
      delete process.env[name]
  onStopSignals(() => interrupted.abort())
  await rm(reports, { recursive: true, force: true })
  await mkdir(reports, { recursive: true })
  const outcomes = new Map<string, Outcome>()
  for (const { name, run } of steps) {
    const began = performance.now()
    const patience = setInterval(() => say(`  still running: ${name} (${since(began)})`), 30_000)
    const outcome = await run(outcomes).catch((error: unknown) => oneFailure(sentenceOf(error)))
    clearInterval(patience)
    if (interrupted.signal.aborted) process.exit(130)
    outcomes.set(name, outcome)
    const { passed, failed } = outcome
    const counted = passed + failed > 1 ? `${passed} passed, ${failed} failed, ` : ''
    say(`${failed > 0 ? '✗' : '✓'} ${name} (${counted}${since(began)})`)
    if (failed > 0) say(stripVTControlCharacters(outcome.output).trim())
  }
  const counts = total([...outcomes.values()])
  say(`${counts.passed} passed, ${counts.failed} failed`)
  process.exit(counts.failed > 0 ? 1 : 0)
}

/** A check that as a whole holds or does not. */
async function check(program: string, ...args: string[]): Promise<Outcome> {
  const { code, output } = await finish(program, args)
  return code === 0 ? { passed: 1, failed: 0, output } : oneFailure(output)
}

async function vitest(): Promise<Outcome> {
  const { output } = await finish('vitest', [
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${reportOf.vitest}`,
  ])
  return await counted(reportOf.vitest, countsOfVitest, output)
}

async function build(): Promise<Outcome> {
  await buildIfNeeded(interrupted.signal)
  return { passed: 1, failed: 0, output: '' }
}

/** Said whether it holds or not: a page grows by what nobody notices. */
async function pageWeight(earlier: Map<string, Outcome>): Promise<Outcome> {
  if (earlier.get('production build')?.failed) return oneFailure('There is no build to measure.')
  const weights = await pageWeights(join(root, '.next'))
  say(weightTable(weights))
  const heavy = weights.filter(({ kilobytes, limit }) => kilobytes > limit)
  if (heavy.length === 0) return { passed: 1, failed: 0, output: '' }
  return oneFailure(
    `Too large: ${heavy.map(({ page }) => page).join(', ')}; load what is seldom needed lazily.`,
  )
}

async function playwright(earlier: Map<string, Outcome>): Promise<Outcome> {
  if (earlier.get('production build')?.failed) return oneFailure('Not run: there is no build.')
  const env = {
    CHROMIUM_PATH: await chromium(process.env, { withWindows: false }),
    // One more than processors: a story waits for half of its time, its browser for its server and the other way round.
    E2E_WORKERS: String(Math.min(4, availableParallelism() + 1)),
    PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf.playwright,
  }
  const { output } = await finish('playwright', ['test', '--reporter=line,json', '--retries=1'], env)
  const report = await counted(reportOf.playwright, countsOfPlaywright, output)
  const failures = await readFile(reportOf.playwright, 'utf8').then(
    (text) => failuresOfPlaywright(JSON.parse(text)),
    () => [],
  )
  if (report.failed === 0) for (const text of failures) say(text)
  return { ...report, output: [output, ...failures].join('\n') }
}

async function counted<Report>(
  file: string,
  counts: (report: Report) => Counts,
  output: string,
): Promise<Outcome> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return oneFailure(output)
  const report: Report = JSON.parse(text)
  return { ...counts(report), output }
}

const oneFailure = (output: string): Outcome => ({ passed: 0, failed: 1, output })

const sentenceOf = (error: unknown) => (error instanceof OperatorError ? error.message : String(error))

/** Runs a program of our packages to its end, without input. */
function finish(program: string, args: string[], env = {}): Promise<{ code: number | null; output: string }> {
  const packages = join(root, 'node_modules', '.bin')
  const child = spawn(join(packages, program), args, {
    cwd: root,
    signal: interrupted.signal,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...env,
      PATH: [packages, process.env.PATH].join(delimiter),
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
    },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output }))
  })
}
