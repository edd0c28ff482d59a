import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'

/** Somebody who runs the installation and has no role in any group, to try out what that means. */
export async function writeAdministrator(client: PoolClient, at: Date): Promise<void> {
  await client.query(
    `insert into people (id, handle, name, email, admin, sample, created_at, updated_at)
      values ($1, 'admin', 'Sample administrator', 'admin@saydo.invalid', true, true, $2, $2)`,
    [randomUUID(), at],
  )
}
