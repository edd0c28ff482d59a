import { pool } from '#db/connection.ts'
import { feed } from './live/feed.ts'

export type Part = 'ok' | 'down'

/** The parts of the installation, asked now: the database by a query, the live feed by a word that it has to hear. */
export async function health(): Promise<{ app: Part; database: Part; live: Part }> {
  const database = await pool()
    .query('select 1')
    .then((): Part => 'ok')
    .catch((): Part => 'down')
  const hears = database === 'ok' && (await feed().hears())
  return { app: 'ok', database, live: hears ? 'ok' : 'down' }
}
