import { randomUUID } from 'node:crypto'
import { afterAll } from 'vitest'
import type { InputOf } from '#lib/contract/endpoint.ts'
import type { createIssue as endpoint } from '#lib/contract/issues.ts'
import type { Role } from '#lib/domain/permissions.ts'
import { createIssue } from '../commands/issues/create.ts'
import { createMilestone } from '../commands/milestones.ts'
import { closePool, openPool } from '../connection.ts'
import type { Actor, Ctx, Db } from '../context.ts'

/** Noon of a day within the milestone 18.8 of the test's world, in UTC. */
export const NOON = new Date('2026-01-07T12:00:00Z')

/** The run's own database: migrated, with the handbook's group and nothing else. Leave it as you find it. */
export function testUrl(): string {
  const url = process.env.TEST_DATABASE_URL
  if (!url) throw new Error('Run the tests with `vitest run`: its set-up starts the database.')
  return url
}

/** A database for one test alone, a copy of the world, for whatever has to commit; gone when the run ends. */
export const ownDatabase = () => databaseFrom('saydo_world')

/** A copy, on the test's own server, of a database without connections. */
export async function databaseFrom(template: string): Promise<string> {
  const name = `own_${randomUUID().replaceAll('-', '')}`
  const admin = openPool(at('postgres'), { max: 1 })
  await admin.query(`create database ${name} template ${template}`).finally(() => admin.end())
  return at(name)
}

/** The address of another database of the test's server. */
export function at(database: string): string {
  const url = new URL(testUrl())
  url.pathname = `/${database}`
  return url.href
}

const pools = new Map<string, ReturnType<typeof openPool>>()

// Where files share a process this is heard once: a test that opens a pool after that has it until the process ends.
afterAll(async () => {
  await closePool()
  await Promise.all([...pools.values()].map((pool) => pool.end()))
  pools.clear()
})

export type World = {
  /** The same moment and transaction, seen by somebody else of the group. */
  as: (handle: string) => Promise<Ctx>
}

/** Runs a test in a transaction of the handbook's group, as the EM, and rolls everything back. */
export async function inWorld(test: (ctx: Ctx, world: World) => Promise<void>): Promise<void> {
  const url = testUrl()
  const pool = pools.get(url) ?? openPool(url)
  pools.set(url, pool)
  const client = await pool.connect()
  try {
    await client.query('begin')
    const db = client
    const group = { id: 1, slug: 'custom-models', name: 'Custom Models', zone: 'UTC' }
    const as = async (handle: string): Promise<Ctx> => ({
      actor: await actor(client, handle),
      group,
      now: NOON,
      db,
      inside: true,
    })
    const ctx = await as('mohamed')
    await createMilestone(ctx, {
      group: 'custom-models',
      title: '18.8',
      startOn: '2025-12-13',
      dueOn: '2026-01-09',
    })
    await createMilestone(ctx, {
      group: 'custom-models',
      title: '18.9',
      startOn: '2026-01-10',
      dueOn: '2026-02-13',
    })
    await test(ctx, { as })
    // What the commit would have refused is refused here: each change has left its event.
    await client.query('set constraints all immediate')
  } finally {
    await client.query('rollback')
    client.release()
  }
}

async function actor(client: Db, handle: string): Promise<Actor> {
  const { rows } = await client.query(
    `select p.id, p.handle, p.name, p.admin, array(select r.role from group_roles r where r.person_id = p.id and r.group_id = 1) as roles
      from people p where p.handle = $1`,
    [handle],
  )
  const [person]: (Actor & { roles: Role[] })[] = rows
  if (!person) throw new Error(`nobody is called ${handle} in the test's world`)
  return person
}

/** A ready, weighed, described maintenance issue of the group in 18.8, except for what a test says. */
export async function anIssue(ctx: Ctx, stated: Partial<InputOf<typeof endpoint>> = {}): Promise<number> {
  const changed = await createIssue(ctx, {
    group: ctx.group.slug,
    title: 'Slow model list',
    description: 'The list of self-hosted models takes four seconds to load.',
    labels: ['group::custom models', 'type::maintenance', 'workflow::ready for development'],
    milestone: '18.8',
    weight: 2,
    ...stated,
  })
  return changed.card.ref
}
