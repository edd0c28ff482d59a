import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, constants, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { OperatorError } from '#db/embedded/operator-error.ts'
import { packFiles } from './packed-files.ts'
import { say, since } from './progress.ts'
import { fingerprint } from './sources.ts'
import { takeTurn } from './turn.mjs'

const root = join(import.meta.dirname, '..')
const stamp = join(root, '.next', 'made-from')

/**
 * Builds the pages for production, unless they were built from these very sources. Throws OperatorError, with what the build
 * had to say, when they cannot be built.
 *
 * @param signal calls the build off
 */
export async function buildIfNeeded(signal?: AbortSignal): Promise<void> {
  const sources = await fingerprint(root)
  if (await isBuiltFrom(sources)) return
  await access(root, constants.W_OK).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(
      `The pages cannot be built, because ${root} cannot be written to (${error.code}); make it writable.`,
    )
  })
  const done = await takeTurn(root, 'building')
  const began = performance.now()
  const patience = setInterval(() => say(`  still building (${since(began)})`), 10_000)
  try {
    if (await isBuiltFrom(sources)) return
    say('Building the pages, once for this version …')
    await rm(stamp, { force: true })
    await build(signal)
    await packFiles(join(root, '.next'))
    await writeFile(stamp, sources)
    say(`✓ pages built (${since(began)})`)
  } finally {
    clearInterval(patience)
    done()
  }
}

/** Names the sources of the pages that lie there; empty for none. */
export const builtFrom = (): Promise<string> => readFile(stamp, 'utf8').catch(() => '')

const isBuiltFrom = async (sources: string) => (await builtFrom()) === sources

async function build(signal?: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new OperatorError(`The pages could not be built:\n${output.trim()}`)
}
