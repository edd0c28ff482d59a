import { join } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }
import { startEmbedded, type Embedded } from '#db/embedded/embedded.ts'
import { finish, launch, root } from './child.ts'
import { readPeak, secondsOf } from './memory.ts'
import { tell } from './tell.ts'

/** The application under measurement, in a process of its own, on the large seed. */
export type Stage = {
  /** Such as http://127.0.0.1:40123. */
  address: string
  /** The database of the application, for the floors that are measured without it. */
  databaseUrl(): Promise<string>
  /** The most memory that the application has had so far, in MB. */
  peak(): Promise<number>
  /** The seconds of processor time that the application has used so far. */
  worked(): Promise<number>
  close(): Promise<void>
}

/** Kept from run to run, for the large seed takes minutes; nobody's own data is near it. */
const dataDir = join(root, '.data', 'bench')

export async function openStage(): Promise<Stage> {
  tell('Preparing the large seed; the first time takes some minutes …')
  await finish({ args: ['bin/seed-large.ts'], env: settings, echo: true })
  tell('Starting the application, built for production …')
  const args = [...flags, 'bin/start.ts']
  const app = await launch({ args, env: settings, echo: true }, /Saydo is at (\S+)/)
  let database: Embedded | undefined
  return {
    address: app.line,
    async databaseUrl() {
      database ??= await startEmbedded({ dataDir, log: tell })
      return database.url
    },
    peak: () => readPeak(app.pid),
    worked: () => secondsOf(app.pid),
    async close() {
      await app.stop()
      await database?.stop()
    },
  }
}

/** Those under which `npm start` starts it. */
const flags = manifest.scripts.start.split(' ').filter((word) => word.startsWith('--'))

/** Empty counts as none, so that whatever the surroundings say, this is the demo on a free port of this machine. */
const settings = {
  DATA_DIR: dataDir,
  PORT: '0',
  HOST: '127.0.0.1',
  DATABASE_URL: '',
  PUBLIC_URL: '',
  ALLOWED_HOSTS: '',
  NODE_ENV: '',
  NODE_OPTIONS: '',
}
