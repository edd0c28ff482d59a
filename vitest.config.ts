import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname

/**
 * What a test file does to the whole of its process: another database, other settings, other clocks, other functions. Such
 * a file has a process to itself, as has each of `app/`, where what was read is kept between requests. All others share
 * theirs, which loads the product once instead of once for each file.
 */
const CHANGES_PROCESS =
  /[oO]wnDatabase|sampleDatabase|emptyDatabase|bareDatabase|closePool|startEmbedded|process\.(env|on|chdir)|globalThis|\bvi\./

const files = globSync('{lib,db,app,bin,components}/**/*.test.ts', { cwd: root })
const isAlone = (file: string) =>
  /^(app|db\/embedded)\b/.test(file) || CHANGES_PROCESS.test(readFileSync(join(root, file), 'utf8'))

export default defineConfig({
  test: {
    // A test that is left alone by mistake would silence all others.
    allowOnly: false,
    // One more than processors: a file waits for the database, or for what it starts, for a third of its time.
    maxWorkers: availableParallelism() + 1,
    globalSetup: ['db/testing/global-setup.ts'],
    // Real servers and child processes share two cores with whatever else runs: patience, not speed, is tested here.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'alone', include: files.filter(isAlone), setupFiles: ['db/testing/cases.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'together',
          include: files.filter((file) => !isAlone(file)),
          isolate: false,
          setupFiles: ['db/testing/cases.ts', 'db/testing/leaves-nothing.ts'],
        },
      },
    ],
  },
})
