import { beforeAll, expect, test } from 'vitest'
import { pool } from '../../connection.ts'
import type { Ctx } from '../../context.ts'
import { verifyChain } from '../../queries/chain.ts'
import { issueFacts } from '../../queries/facts.ts'
import { personCtx, useOwnDatabase } from '../../testing/group.ts'
import { aModel, answerAll, modelOf } from '../../testing/models.ts'
import { anIssue } from '../../testing/world.ts'
import { labelIssue } from '../issues/labels.ts'
import { setModel } from '../issues/model.ts'
import { createMilestone } from '../milestones.ts'
import { editModel } from './edit.ts'
import { removeModel } from './models.ts'

const group = 'custom-models'
const ROUNDS = Math.min(Number(process.env.RACE_ROUNDS ?? 10), 10)
let em: Ctx
let julie: Ctx

beforeAll(async () => {
  await useOwnDatabase()
  em = await personCtx('mohamed')
  julie = await personCtx('julie')
  await createMilestone(em, { group, title: '18.8', startOn: '2025-12-13', dueOn: '2026-01-09' })
})

const isDeliverable = async (ref: number) =>
  (await issueFacts(em, ref)).labels.some(({ meaning }) => meaning === 'deliverable')

/** What happened to the model and its issue, in the order of the ledger. */
async function orderOf(model: number, ref: number): Promise<string[]> {
  const { rows } = await pool().query<{ type: string }>(
    `select type from events where group_id = 1 and (issue_number = $2 or (subject_kind = 'model' and subject_key = $1::text))
      order by number desc limit 2`,
    [model, ref],
  )
  return rows.map(({ type }) => type)
}

test(`an answer that is withdrawn while its issue becomes a Deliverable comes after it, or stops it, ${ROUNDS} times`, async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const model = await aModel(em, `Falcon ${round}`)
    await answerAll(em, model)
    const ref = await anIssue(em, { dri: 'julie', model })
    const withdraw = () => editModel(julie, { group, model, answers: [{ question: 2, answer: null }] })
    const promise = () => labelIssue(em, { group, ref, add: ['Deliverable'] })
    const acts = round % 2 === 0 ? [withdraw(), promise()] : [promise(), withdraw()]
    const all = await Promise.allSettled(acts)
    expect((await modelOf(em, model)).readiness).toBe('not_yet')
    const refused = all.find((one) => one.status === 'rejected')
    expect(await isDeliverable(ref)).toBe(refused === undefined)
    if (refused) expect(refused.reason).toMatchObject({ facts: { rule: 'model_not_ready' } })
    else expect(await orderOf(model, ref)).toEqual(['model.answered', 'issue.labels_changed'])
  }
  expect(await verifyChain(pool(), 1)).toMatchObject({ broken: null })
})

test(`a model that is removed while an issue says that it adds it is gone, or stays with its issue, ${ROUNDS} times`, async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const [model, ref] = [await aModel(em, `Heron ${round}`), await anIssue(em)]
    const all = await Promise.allSettled([
      setModel(julie, { group, ref, model }),
      removeModel(em, { group, model }),
    ])
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const facts = await issueFacts(em, ref)
    expect(facts.model !== null).toBe(all[0]?.status === 'fulfilled')
  }
})

test('of two who waive a model at once the later one stands in the register, with their reason', async () => {
  const model = await aModel(em, 'Bittern')
  const reasons = ['A pilot.', 'An agreement.']
  await Promise.all(reasons.map((reason) => editModel(em, { group, model, waiver: { reason } })))
  const { waiver, readiness } = await modelOf(em, model)
  expect(readiness).toBe('waived')
  expect(reasons).toContain(waiver?.reason)
})
