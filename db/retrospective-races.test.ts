import { beforeAll, expect, test } from 'vitest'
import { beginRetrospective } from './commands/retrospectives/begin.ts'
import { addPoint } from './commands/retrospectives/points.ts'
import { openRetrospective } from './commands/retrospectives/stages.ts'
import { votePoint } from './commands/retrospectives/votes.ts'
import type { Ctx } from './context.ts'
import { readRetrospective } from './queries/retrospective.ts'
import { previousMonth } from '#lib/domain/retrospectives/months.ts'
import { personCtx, useOwnDatabase } from './testing/group.ts'

const group = 'custom-models'
const ROUNDS = 10

let people: { em: Ctx; pm: Ctx; julie: Ctx }

beforeAll(async () => {
  await useOwnDatabase()
  people = {
    em: await personCtx('mohamed'),
    pm: await personCtx('jordan'),
    julie: await personCtx('julie'),
  }
})

/** How many of some acts at once were done; the others are told that it is done. */
async function won(acts: Promise<unknown>[]): Promise<number> {
  const all = await Promise.allSettled(acts)
  for (const one of all) if (one.status === 'rejected') expect(one.reason.code).toBe('conflict')
  return all.filter(({ status }) => status === 'fulfilled').length
}

test(`of an EM and a PM who begin or open at once one does, and a person votes once, ${ROUNDS} times`, async () => {
  const { em, pm, julie } = people
  let month = '2026-01'
  for (let round = 0; round < ROUNDS; round += 1) {
    const at = { group, retrospective: month }
    const begin = (ctx: Ctx) => beginRetrospective(ctx, { group, month })
    expect(await won([begin(em), begin(pm)])).toBe(1)
    const { point } = await addPoint(julie, { ...at, kind: 'well', text: 'Reviews.' })
    expect(await won([openRetrospective(em, at), openRetrospective(pm, at)])).toBe(1)
    const vote = () => votePoint(julie, { ...at, point })
    expect(await won([vote(), vote(), vote()])).toBe(1)
    expect((await readRetrospective(em, at)).points).toMatchObject([{ votes: 1 }])
    month = previousMonth(month)
  }
})

test('of two who write the first point of a month at once both are heard', async () => {
  const february = (ctx: Ctx) => ({ ...ctx, now: new Date('2026-02-10T12:00:00Z') })
  const at = { group, retrospective: '2026-02', kind: 'well' as const }
  await Promise.all([
    addPoint(february(people.em), { ...at, text: 'One.' }),
    addPoint(february(people.julie), { ...at, text: 'Two.' }),
  ])
  const { points, hidden } = await readRetrospective(february(people.em), at)
  expect([points.map(({ text }) => text), hidden]).toEqual([['One.'], 1])
})
