import type { InputOf } from '#lib/contract/endpoint.ts'
import type { PersonSettings, saveSettings as endpoint } from '#lib/contract/settings.ts'
import type { Db } from '../context.ts'
import { readSettings } from '../queries/settings.ts'
import { insistOnZone } from '../zone.ts'

/** A person's own business: no group is told, so that there is no event. What is not named stays as it is. */
export async function saveSettings(
  db: Db,
  personId: string,
  change: InputOf<typeof endpoint>,
): Promise<PersonSettings> {
  if (change.zone) await insistOnZone(db, change.zone)
  const next = { ...(await readSettings(db, personId)), ...change }
  await db.query({
    name: 'save-settings',
    text: `insert into person_settings (person_id, keys, quiet_from, quiet_to, zone) values ($1, $2, $3, $4, $5)
      on conflict (person_id) do update set keys = excluded.keys, quiet_from = excluded.quiet_from,
        quiet_to = excluded.quiet_to, zone = excluded.zone`,
    values: [personId, next.keys, next.quiet?.from ?? null, next.quiet?.to ?? null, next.zone],
  })
  return readSettings(db, personId)
}
