import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { OperatorError } from '#db/embedded/operator-error.ts'
import { say } from './progress.ts'

const windowed = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
/** The same engine without windows and what belongs to them, which costs stories a seventh less. */
const windowless = ['chromium-headless-shell', 'chrome-headless-shell']
const onMac = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)

/**
 * The path of a Chromium: CHROMIUM_PATH, or one that this machine has, or one installed now, by Debian's packages for root
 * and by Playwright for others. Stories take the one without windows where there is one; what people see is measured in
 * the one that people have. Throws OperatorError when there is none to be had.
 */
export async function chromium(
  env: Record<string, string | undefined>,
  { withWindows }: { withWindows: boolean },
): Promise<string> {
  const given = env.CHROMIUM_PATH
  if (given) {
    if (isProgram(given)) return given
    throw new OperatorError(`CHROMIUM_PATH is "${given}", which is not a program; correct or unset it.`)
  }
  const names = withWindows ? windowed : [...windowless, ...windowed]
  const find = () => findProgram(names, env.PATH)
  const found = find() ?? (await ofPlaywright()) ?? (await install(names, find))
  if (found) return found
  throw new OperatorError(
    'The browser tests need Chromium, and it could not be installed; install it (on Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  )
}

function findProgram(names: readonly string[], path = ''): string | undefined {
  const folders = [...path.split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']
  const programs = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...programs, ...onMac].find(isProgram)
}

async function ofPlaywright(): Promise<string | undefined> {
  const { chromium } = await import('playwright')
  return [chromium.executablePath()].find(isProgram)
}

async function install(
  names: readonly string[],
  find: () => string | undefined,
): Promise<string | undefined> {
  say('Installing Chromium, once …')
  if (process.getuid?.() === 0) {
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
    run('apt-get', ['update', '-qq'], quiet)
    for (const program of ['chromium-headless-shell', 'chromium'].filter((one) => names.includes(one))) {
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', program], quiet)
      const found = find()
      if (found) return found
    }
  }
  run(process.execPath, [
    join(import.meta.dirname, '../node_modules/playwright/cli.js'),
    'install',
    'chromium',
  ])
  return await ofPlaywright()
}

const run = (program: string, args: string[], env: Record<string, string> = {}) =>
  spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } })

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
