import { beforeAll, expect, test } from 'vitest'
import { pool } from '../../connection.ts'
import type { Ctx } from '../../context.ts'
import { verifyChain } from '../../queries/chain.ts'
import { readPlan } from '../../queries/plan.ts'
import { personCtx, useOwnDatabase } from '../../testing/group.ts'
import { hearStatements } from '../../testing/recorder.ts'
import { anIssue } from '../../testing/world.ts'
import { takeIssue } from '../issues/take.ts'
import { createMilestone } from '../milestones.ts'
import { giveRole } from '../roles.ts'
import { undoEvent } from '../undo.ts'
import { selectPlan } from './select.ts'

const group = 'custom-models'
const IN = { milestone: '18.9' }
let em: Ctx
let other: Ctx
let newick: Ctx

beforeAll(async () => {
  await useOwnDatabase()
  em = await personCtx('mohamed')
  await createMilestone(em, { group, title: '18.8', startOn: '2025-12-13', dueOn: '2026-01-09' })
  await createMilestone(em, { group, title: '18.9', startOn: '2026-01-10', dueOn: '2026-02-13' })
  await giveRole(em, { group, person: 'manoj', role: 'em' })
  ;[other, newick] = await Promise.all([personCtx('manoj'), personCtx('newick')])
})

const candidates = async (count: number) => {
  const refs: number[] = []
  for (let at = 0; at < count; at += 1)
    refs.push(await anIssue(em, { milestone: '18.9', team: 'health-connectivity' }))
  return refs
}

test('of two managers who select the same at once each issue is selected by one, and the other is told who did', async () => {
  const refs = await candidates(6)
  const items = (dri: string) => refs.map((ref) => ({ ref, dri, was: null }))
  const reports = await Promise.all([
    selectPlan(em, { ...IN, items: items('cindy') }),
    selectPlan(other, { ...IN, items: items('newick') }),
  ])
  const done = reports.flatMap((report) => report.done.map(({ card }) => card.ref))
  expect(done.toSorted((a, b) => a - b)).toEqual(refs)
  for (const { ref, because } of reports.flatMap(({ refused }) => refused)) {
    expect(because, `#${ref}`).toMatch(
      /^(Cindy Halim|Newick Lee) is now the DRI\. Check the change and try again\.$/,
    )
  }
  expect(await verifyChain(pool(), 1)).toMatchObject({ broken: null })
})

test('who takes an issue meanwhile keeps it, or finds it selected: it never has two DRIs', async () => {
  const refs = await candidates(4)
  const [report, ...takes] = await Promise.all([
    selectPlan(em, { ...IN, items: refs.map((ref) => ({ ref, dri: 'cindy', was: null })) }),
    ...refs.map((ref) =>
      takeIssue(newick, { group, ref }).then(
        () => ref,
        () => null,
      ),
    ),
  ])
  const taken = takes.filter((ref) => ref !== null)
  expect(report.refused.map(({ ref }) => ref).toSorted((a, b) => a - b)).toEqual(taken)
  expect(report.done.length + taken.length).toBe(refs.length)
})

test('a selection of many is one change with one undo, and reading the plan asks as often for few as for many', async () => {
  const heard = async () => {
    const { sent, stop } = hearStatements()
    await readPlan(em, IN)
    stop()
    return sent.filter(({ from }) => from.startsWith('db/queries/')).length
  }
  await heard()
  const before = await heard()
  const refs = await candidates(30)
  expect(await heard()).toBe(before)
  const deliverables = async () => (await readPlan(em, IN)).total.deliverables
  const known = await deliverables()
  const { done, refused } = await selectPlan(em, { ...IN, items: refs.map((ref) => ({ ref, dri: 'cindy' })) })
  expect(refused).toEqual([])
  expect(await deliverables()).toBe(known + 30)
  let below: number | undefined
  for (let piece = 0; piece < 9; piece += 1) {
    const back = await undoEvent(em, {
      group,
      event: done[0]?.event ?? 0,
      ...(below === undefined ? {} : { below }),
    })
    expect(back.refused).toEqual([])
    if (back.next === null) break
    below = back.next
  }
  expect(await deliverables()).toBe(known)
})
