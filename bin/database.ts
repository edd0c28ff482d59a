import { startEmbedded, type Embedded } from '#db/embedded/embedded.ts'
import { insistOnDatabase } from './external-database.ts'
import { giveUp, say, step } from './progress.ts'
import { readSettings, type Settings } from './settings.ts'

export type OpenDatabase = { url: string; close(): Promise<void> }

/**
 * The database of these settings: the embedded one, started or joined, or the one that DATABASE_URL leads to. From
 * here on it stands in the environment, where the application looks for it. Throws OperatorError when it cannot be used.
 */
export async function openDatabase({ databaseUrl, dataDir }: Settings): Promise<OpenDatabase> {
  const opened = databaseUrl ? await reach(databaseUrl) : await embed(dataDir)
  process.env.DATA_DIR = dataDir
  process.env.DATABASE_URL = opened.url
  process.env.SAYDO_DATABASE = databaseUrl ? 'external' : 'embedded'
  return opened
}

async function reach(url: string): Promise<OpenDatabase> {
  await step('database reached', () => insistOnDatabase(url))
  return { url, close: async () => {} }
}

async function embed(dataDir: string): Promise<OpenDatabase> {
  const { url, how, stop } = await step('database ready', () => startEmbedded({ dataDir, log: say }))
  if (notes[how]) say(`  ${notes[how]}`)
  return { url, close: stop }
}

const notes: Record<Embedded['how'], string> = {
  created: 'new and empty',
  started: '',
  healed: 'it was killed and has recovered; no acknowledged change is lost',
  adopted: 'already running',
}

/** For commands that need the database and no server: opens it, does the work, closes it and ends the process. */
export async function withDatabase(work: (url: string) => Promise<void>): Promise<never> {
  let opened: OpenDatabase | null = null
  try {
    opened = await openDatabase(readSettings(process.env))
    await work(opened.url)
    await opened.close()
    process.exit(0)
  } catch (error) {
    await opened?.close()
    giveUp(error)
  }
}
