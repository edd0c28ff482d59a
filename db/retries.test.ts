import { beforeAll, expect, test } from 'vitest'
import { createGroup } from './commands/groups-create.ts'
import { watchIssue } from './commands/inbox.ts'
import { setFact } from './commands/issues/set-fact.ts'
import { commentOnIssue } from './commands/issues/comment.ts'
import { weighIssue } from './commands/issues/plan.ts'
import { giveRole, takeRole } from './commands/roles.ts'
import { pool } from './connection.ts'
import type { Ctx } from './context.ts'
import { lastEvent } from './queries/events.ts'
import { personCtx, useOwnDatabase } from './testing/group.ts'
import { anIssue } from './testing/world.ts'

const group = 'custom-models'
const attempting = (ctx: Ctx, key: string, endpoint: string): Ctx => ({
  ...ctx,
  attempt: { key, endpoint, bodyHash: 'same body' },
})

beforeAll(useOwnDatabase)

/** Takes all roles of a person but the one of whoever only looks on. */
async function makeStakeholder(handle: string): Promise<Ctx> {
  const em = await personCtx('mohamed')
  const { roles } = (await personCtx(handle)).actor
  await giveRole(em, { group, person: handle, role: 'stakeholder' })
  for (const role of roles) await takeRole(em, { group, person: handle, role })
  return personCtx(handle)
}

test('a person who became a stakeholder since is refused a retry, as if they asked anew', async () => {
  const em = await personCtx('mohamed')
  const ref = await anIssue(em, { title: 'Soon out of reach', milestone: null })
  const julie = attempting(await personCtx('julie'), 'weigh', 'issues.weigh')
  const answer = await weighIssue(julie, { group, ref, weight: 3 })
  expect(await weighIssue(julie, { group, ref, weight: 3 })).toEqual(answer)
  await setFact(em, ref, 'confidential', true)
  const by = attempting(await makeStakeholder('julie'), 'weigh', 'issues.weigh')
  const before = await lastEvent(em)
  await expect(weighIssue(by, { group, ref, weight: 3 })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await lastEvent(em)).toBe(before)
})

test('an act that a stakeholder may do answers a retry without the card of an issue that is hidden by then', async () => {
  const em = await personCtx('mohamed')
  const ref = await anIssue(em, { title: 'Hidden later', milestone: null })
  const cindy = await makeStakeholder('cindy')
  const saying = attempting(cindy, 'comment', 'issues.comment')
  const result = await commentOnIssue(saying, { group, ref, body: 'Looks fine.' })
  expect(result.card.ref).toBe(ref)
  expect(await commentOnIssue(saying, { group, ref, body: 'Looks fine.' })).toEqual(result)
  const watching = attempting(cindy, 'watch', 'issues.watch')
  const answer = await watchIssue(watching, { group, ref, watching: true })
  expect(await watchIssue(watching, { group, ref, watching: true })).toEqual(answer)
  await setFact(em, ref, 'confidential', true)
  await expect(commentOnIssue(saying, { group, ref, body: 'Looks fine.' })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(watchIssue(watching, { group, ref, watching: true })).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('a person who is no administrator any more is refused the retry of founding a group', async () => {
  const setAdmin = (admin: boolean) =>
    pool().query(`update people set admin = $1 where handle = 'mohamed'`, [admin])
  await setAdmin(true)
  const { actor, now } = await personCtx('mohamed')
  const attempt = { key: 'found', endpoint: 'groups.found', bodyHash: 'same body' }
  const input = { name: 'Another Group', slug: 'another-group', zone: 'UTC', em: 'mohamed' }
  const founder = { actor, now, attempt }
  expect(await createGroup(founder, input)).toEqual({ group: 'another-group' })
  expect(await createGroup(founder, input)).toEqual({ group: 'another-group' })
  await setAdmin(false)
  const since = { ...founder, actor: (await personCtx('mohamed')).actor }
  await expect(createGroup(since, input)).rejects.toMatchObject({ code: 'forbidden' })
  const { rowCount } = await pool().query(`select from groups where slug = 'another-group'`)
  expect(rowCount).toBe(1)
})
