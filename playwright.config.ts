import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'playwright/test'
import { chromiumFlags } from './bin/chromium-flags.ts'
import { addressOfWorker, portOfWorker } from './e2e/workers.ts'

const { CHROMIUM_PATH = '/usr/bin/chromium', E2E_WORKERS = '1' } = process.env

/** Each worker tells its stories in a world of its own, so that none waits for another or meets what it did. */
const workers = Number(E2E_WORKERS)

/** Whatever the surroundings say, this is the demo on this machine alone; an empty setting counts as none. */
const ownWorld = {
  HOST: '127.0.0.1',
  DATABASE_URL: '',
  PUBLIC_URL: '',
  ALLOWED_HOSTS: '',
  NODE_ENV: '',
  NODE_OPTIONS: '',
  LOG_LEVEL: 'error',
}

const folder = freshFolder()

/** Stories are told of a fresh world: the group of the handbook with its sample, on this start's own data. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '.cache/e2e',
  reporter: 'list',
  workers,
  // Each story stands alone, so that no world idles while another tells the rest of a long file.
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  // Long, for a machine that others use too: what is waited for is a condition, and none of these is met by waiting.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    actionTimeout: 20_000,
    navigationTimeout: 40_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: CHROMIUM_PATH,
      args: chromiumFlags,
    },
  },
  webServer: Array.from({ length: workers }, (_, worker) => ({
    name: `Saydo ${worker + 1}`,
    command: `"${process.execPath}" bin/testing/start-world.ts`,
    url: `${addressOfWorker(worker)}/api/health`,
    // The pages are built already where `npm run verify` comes from; elsewhere they are built now.
    timeout: 300_000,
    reuseExistingServer: false,
    // The database outlives an application that is killed: it has to be asked.
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'pipe',
    stderr: 'pipe',
    env: { ...ownWorld, PORT: String(portOfWorker(worker)), DATA_DIR: join(folder, String(worker)) },
  })),
})

/** Made by the process that starts the server, which takes it away at its end; its workers read this file as well. */
function freshFolder(): string {
  const given = process.env.E2E_DATA_DIR
  if (given) return given
  const folder = mkdtempSync(join(tmpdir(), 'saydo-e2e-'))
  // Under root the databases belong to another user, who has to pass through.
  chmodSync(folder, 0o711)
  process.env.E2E_DATA_DIR = folder
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
