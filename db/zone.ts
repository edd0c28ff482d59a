import { insist } from '#lib/kit/failure.ts'
import { noSuchZone, whyNotZone } from '#lib/kit/zone.ts'
import type { Db } from './context.ts'

/** @throws refused for a name with which somebody who computes days could not: the server, a browser or the database */
export async function insistOnZone(db: Db, name: string): Promise<void> {
  insist(whyNotZone(name))
  const { rowCount } = await db.query('select from pg_timezone_names where lower(name) = lower($1)', [name])
  insist(rowCount === 0 ? noSuchZone(name) : null)
}
