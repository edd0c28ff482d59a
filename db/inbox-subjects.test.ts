import { expect, test } from 'vitest'
import { TOLD_KINDS, type ToldKind } from '#lib/domain/subjects.ts'
import { createActivity } from './commands/activities/activities.ts'
import { createEpic } from './commands/epics.ts'
import { startSync } from './commands/syncs/syncs.ts'
import { createModel } from './commands/models/models.ts'
import { insertGroup } from './commands/groups.ts'
import type { Ctx } from './context.ts'
import { anIssue, inWorld } from './testing/world.ts'

const NO_NUMBER = '999999'
const COLUMNS: Record<ToldKind, string> = {
  issue: 'issue_number',
  epic: 'epic_number',
  milestone: 'milestone_id',
  team: 'team_id',
  person: 'about_id',
  model: 'model_id',
  activity: 'activity_id',
  sync: 'sync_id',
}

/** The constraint that refuses an item on a subject; null where it is taken, and then it stays. */
async function refusalOf(ctx: Ctx, kind: string, key: string, group = 1): Promise<string | null> {
  await ctx.db.query('savepoint trial')
  const refused = await ctx.db
    .query(
      `insert into inbox_items (group_id, person_id, event_number, kind, subject_kind, subject_key, at)
        select $1, id, 1, 'informed', $2, $3, now() from people where handle = 'julie'`,
      [group, kind, key],
    )
    .then(
      () => null,
      (error: { constraint?: string }) => error.constraint ?? String(error),
    )
  if (refused !== null) await ctx.db.query('rollback to savepoint trial')
  return refused
}

async function keysOf(ctx: Ctx): Promise<Record<ToldKind, string>> {
  const { rows } = await ctx.db.query<Record<'milestone' | 'team' | 'person', string>>(
    `insert into people (id, handle, name, email) values ('about', 'about', 'About', 'about@saydo.invalid') returning id as person,
      (select min(id)::text from milestones) as milestone, (select min(id)::text from functional_teams) as team`,
  )
  const [row] = rows
  if (!row) throw new Error('Nothing was written.')
  return {
    ...row,
    issue: String(await anIssue(ctx)),
    epic: String((await createEpic(ctx, { title: 'E' })).number),
    activity: String(
      (
        await createActivity(ctx, {
          group: 'custom-models',
          kind: 'own' as const,
          name: 'A',
          every: 'week' as const,
        })
      ).activity.id,
    ),
    model: String((await createModel(ctx, { group: 'custom-models', name: 'M', offered: [] })).model.id),
    sync: String((await startSync(ctx)).sync.id),
  }
}

const itemsOn = async ({ db }: Ctx, kind: ToldKind) =>
  (
    await db.query<{ key: string }>(
      `select ${COLUMNS[kind]}::text as key from inbox_items where ${COLUMNS[kind]} is not null`,
    )
  ).rows.map(({ key }) => key)

const REMOVAL: Record<ToldKind, string> = {
  issue: 'delete from issues where number = $1::int',
  epic: 'delete from epics where number = $1::int',
  milestone: 'delete from milestones where id = $1::int',
  team: 'delete from functional_teams where id = $1::int',
  person: 'delete from people where id = $1',
  model: 'delete from models where id = $1::int',
  activity: 'delete from activities where id = $1::int',
  sync: 'delete from syncs where id = $1::int',
}

test('an inbox item hangs on anything that tells, and goes with it', () =>
  inWorld(async (ctx) => {
    const keys = await keysOf(ctx)
    // what else would keep them from going
    await ctx.db.query(`truncate memberships, scope_areas, boundaries, boards, capacity_lanes cascade`)
    for (const kind of TOLD_KINDS) {
      expect(await refusalOf(ctx, kind, keys[kind]), kind).toBeNull()
      expect(await itemsOn(ctx, kind), kind).toEqual([keys[kind]])
      await ctx.db.query(REMOVAL[kind], [keys[kind]])
      expect(await itemsOn(ctx, kind), kind).toEqual([])
    }
    expect((await ctx.db.query('select from inbox_items')).rowCount).toBe(0)
  }))

test('none hangs on what is not there, is of another group, or tells no one', () =>
  inWorld(async (ctx) => {
    const keys = await keysOf(ctx)
    const texts = {
      vision: '',
      summary: '',
      mission: '',
      namespace: '',
      channel: '',
      channels: [],
      cadence: [],
    }
    const other = await insertGroup(
      { ...ctx, inside: true, actor: { ...ctx.actor, admin: true } },
      { slug: 'another', name: 'Another', zone: 'UTC', ...texts },
    )
    for (const kind of TOLD_KINDS) {
      const missing = new RegExp(`_${COLUMNS[kind]}_.*_fk$`)
      expect(await refusalOf(ctx, kind, NO_NUMBER), kind).toMatch(missing)
      // people belong to no group
      if (kind !== 'person') expect(await refusalOf(ctx, kind, keys[kind], other.id), kind).toMatch(missing)
    }
    expect(await refusalOf(ctx, 'board', '1')).toBe('inbox_items_subject_kind')
  }))
