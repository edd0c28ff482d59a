import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{lib,db,app,bin,components}/**/*.test.ts'],
    // A test that is left alone by mistake would silence all others.
    allowOnly: false,
    // By itself one processor is left free, which of two is half of the machine.
    maxWorkers: availableParallelism(),
    globalSetup: ['db/testing/global-setup.ts'],
    // Real servers and child processes share two cores with whatever else runs: patience, not speed, is tested here.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
