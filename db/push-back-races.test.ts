import { beforeAll, expect, test } from 'vitest'
import { decidePushBack } from './commands/push-backs/decide.ts'
import { raisePushBack } from './commands/push-backs/raise.ts'
import type { Ctx } from './context.ts'
import { readPushBack } from './queries/push-backs.ts'
import { personCtx, useOwnDatabase } from './testing/group.ts'
import { anIssue } from './testing/world.ts'

const group = 'custom-models'
const ROUNDS = 20

let people: { em: Ctx; pm: Ctx }

beforeAll(async () => {
  await useOwnDatabase()
  people = { em: await personCtx('mohamed'), pm: await personCtx('jordan') }
})

test(`of an EM and a PM who decide at once one wins, and the other reads who did, ${ROUNDS} times`, async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const ref = await anIssue(people.em, { milestone: null })
    const { pushBack } = await raisePushBack(people.em, { group, work: `issue-${ref}`, reason: 'Too early.' })
    const one = { group, pushBack: pushBack.id, version: pushBack.version }
    const both = await Promise.allSettled([
      decidePushBack(people.em, { ...one, decision: 'accepted' }),
      decidePushBack(people.pm, { ...one, decision: 'declined' }),
    ])
    const [winner, ...others] = both.flatMap((hand) => (hand.status === 'fulfilled' ? [hand.value] : []))
    expect(others).toEqual([])
    const { state, decidedBy } = await readPushBack(people.em, { pushBack: pushBack.id })
    expect(state).toBe(winner?.pushBack.state)
    const lost = both.find((hand) => hand.status === 'rejected')
    expect(lost?.status === 'rejected' && lost.reason.detail).toBe(
      `${decidedBy?.name} already ${state} this push-back.`,
    )
  }
})
