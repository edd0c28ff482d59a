import { pool } from '../connection.ts'
import type { Actor, Ctx } from '../context.ts'
import { NOON, ownDatabase } from './world.ts'

/** From here on this test file works, with real commits, on a database of its own. */
export async function useOwnDatabase(): Promise<void> {
  process.env.DATABASE_URL = await ownDatabase()
}

/** Somebody of the handbook's group, outside of any transaction: what they do is committed. */
export async function personCtx(handle: string): Promise<Ctx> {
  const { rows } = await pool().query<Actor>(
    `select p.id, p.handle, p.name, p.admin,
        array(select r.role from group_roles r where r.person_id = p.id and r.group_id = 1) as roles
      from people p where p.handle = $1`,
    [handle],
  )
  const [actor] = rows
  if (!actor) throw new Error(`nobody is called ${handle} in the test's world`)
  const group = { id: 1, slug: 'custom-models', name: 'Custom Models', zone: 'UTC' }
  return { actor, group, now: NOON, db: pool() }
}
