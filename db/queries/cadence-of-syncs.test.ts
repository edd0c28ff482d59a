import { expect, test } from 'vitest'
import { createActivity } from '../commands/activities/activities.ts'
import { changeGroup } from '../commands/groups-edit.ts'
import { endSync, startSync } from '../commands/syncs/syncs.ts'
import type { Ctx } from '../context.ts'
import { inWorld } from '../testing/world.ts'
import { cadenceHealth } from './cadence.ts'
import { listActivities } from './activities.ts'

const group = 'custom-models'
const on = (ctx: Ctx, day: string): Ctx => ({ ...ctx, now: new Date(`${day}T15:00:00Z`) })

test('a weekly sync happened in the week in which one was held, was skipped where the room says so, and else missed', () =>
  inWorld(async (ctx) => {
    await changeGroup(ctx, { group, syncDay: 4 })
    const added = await createActivity(ctx, {
      group,
      name: 'Our sync',
      kind: 'weekly_sync',
      every: 'week',
      day: 4,
      from: '2026-01-05',
    })
    // held on the Wednesday before
    const { sync } = await startSync(on(ctx, '2026-01-14'))
    await endSync(on(ctx, '2026-01-14'), { sync: sync.id })
    await startSync(on(ctx, '2026-01-20'), { skip: true })
    const now = on(ctx, '2026-02-02')
    const one = (await listActivities(now)).items.find(({ id }) => id === added.activity.id)
    expect(one?.derived).toBe(true)
    const told = one?.occurrences.map(({ day, state, seen }) => [day, state, seen?.text ?? null])
    expect(told).toEqual(
      expect.arrayContaining([
        ['2026-01-15', 'happened', 'Held on 14 Jan'],
        ['2026-01-22', 'skipped', 'Skipped: nothing was waiting'],
        ['2026-01-29', 'missed', null],
      ]),
    )
    const kept = await cadenceHealth(now, '2026-01-12', '2026-02-01')
    expect(kept.find(({ kind }) => kind === 'weekly_sync')?.regularity).toMatchObject({
      happened: 1,
      skipped: 1,
      missed: 1,
    })
  }))
