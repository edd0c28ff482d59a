import type { Pool, PoolClient } from 'pg'

/** Whether anybody has a password or a provider's account; before that, the first run is still to come. */
export async function someoneCanSignIn(client: Pool | PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ yes: boolean }>('select exists (select from accounts) as yes')
  return rows[0]?.yes ?? false
}
