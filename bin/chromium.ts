import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { OperatorError } from '#db/embedded/operator-error.ts'
import { say } from './progress.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const onMac = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)

/**
 * The path of a Chromium for the browser tests: CHROMIUM_PATH, or one that this machine has, or one installed now, by
 * Debian's packages for root and by Playwright for others. Throws OperatorError when there is none to be had.
 */
export async function chromium(env: Record<string, string | undefined>): Promise<string> {
  const given = env.CHROMIUM_PATH
  if (given) {
    if (isProgram(given)) return given
    throw new OperatorError(`CHROMIUM_PATH is "${given}", which is not a program; correct or unset it.`)
  }
  const found = findProgram(env.PATH) ?? (await ofPlaywright()) ?? (await install(env.PATH))
  if (found) return found
  throw new OperatorError(
    'The browser tests need Chromium, and it could not be installed; install it (on Debian: apt-get install chromium) or set CHROMIUM_PATH.',
  )
}

function findProgram(path = ''): string | undefined {
  const folders = [...path.split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...onMac].find(isProgram)
}

async function ofPlaywright(): Promise<string | undefined> {
  const { chromium } = await import('playwright')
  return [chromium.executablePath()].find(isProgram)
}

async function install(path: string | undefined): Promise<string | undefined> {
  say('Installing Chromium, once …')
  if (process.getuid?.() === 0) {
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
    run('apt-get', ['update', '-qq'], quiet)
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], quiet)
    const found = findProgram(path)
    if (found) return found
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
