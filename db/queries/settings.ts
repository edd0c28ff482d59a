import type { PersonSettings } from '#lib/contract/settings.ts'
import { isZone } from '#lib/kit/zone.ts'
import type { Db } from '../context.ts'

type Row = { keys: boolean; from: string | null; to: string | null; zone: string | null }

/** A zone that is none counts as none: that of the group is taken, until the person's own is told anew. */
export async function readSettings(db: Db, personId: string): Promise<PersonSettings> {
  const { rows } = await db.query<Row>({
    name: 'person-settings',
    text: `select keys, to_char(quiet_from, 'HH24:MI') as "from", to_char(quiet_to, 'HH24:MI') as "to", zone
      from person_settings where person_id = $1`,
    values: [personId],
  })
  const [row] = rows
  if (!row) return { keys: true, quiet: null, zone: null }
  const { keys, from, to, zone } = row
  return {
    keys,
    quiet: from === null || to === null ? null : { from, to },
    zone: zone !== null && isZone(zone) ? zone : null,
  }
}
