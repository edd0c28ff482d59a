import { beforeAll, expect, test } from 'vitest'
import { pool } from '../../connection.ts'
import type { Ctx } from '../../context.ts'
import { personCtx, useOwnDatabase } from '../../testing/group.ts'
import { anIssue } from '../../testing/world.ts'
import { closeIssue } from '../issues/close.ts'
import { createMilestone } from '../milestones.ts'
import { giveRole } from '../roles.ts'
import { removeSample } from '../sample.ts'
import { closeMilestone } from './close.ts'
import { reopenMilestone } from './reopen.ts'

const group = 'custom-models'
const milestone = '18.8'
const labels = ['group::custom models', 'type::bug', 'workflow::in dev', 'Deliverable']

let mohamed: Ctx
let julie: Ctx
const refs: number[] = []

beforeAll(async () => {
  await useOwnDatabase()
  mohamed = await personCtx('mohamed')
  await createMilestone(mohamed, { group, title: '18.8', startOn: '2025-12-13', dueOn: '2026-01-07' })
  await createMilestone(mohamed, { group, title: '18.9', startOn: '2026-01-08', dueOn: '2026-02-13' })
  await giveRole(mohamed, { group, person: 'julie', role: 'em' })
  julie = await personCtx('julie')
  for (let at = 0; at < 4; at += 1) refs.push(await anIssue(mohamed, { labels, dri: 'julie' }))
})

const slips = () => refs.map((ref) => ({ ref, destination: '18.9', reason: 'scope' as const }))
const close = (ctx: Ctx) => closeMilestone(ctx, { group, milestone, issues: slips() })
const count = async (from: string) =>
  (await pool().query<{ n: number }>(`select count(*)::int as n from ${from}`)).rows[0]?.n
const fulfilled = (hands: PromiseSettledResult<unknown>[]) =>
  hands.filter(({ status }) => status === 'fulfilled')

test('of two engineering managers who close or reopen at once exactly one does, and the other reads why not', async () => {
  for (let round = 0; round < 8; round += 1) {
    const closings = await Promise.allSettled([close(mohamed), close(julie)])
    expect(fulfilled(closings)).toHaveLength(1)
    const lost = closings.find((one) => one.status === 'rejected')
    expect(lost?.reason.detail).toBe('18.8 is already closed.')
    expect(await count('milestone_outcomes')).toBe(refs.length)
    const openings = await Promise.allSettled(
      [mohamed, julie].map((ctx) => reopenMilestone(ctx, { group, milestone })),
    )
    expect(fulfilled(openings)).toHaveLength(1)
    expect(await count('milestone_outcomes')).toBe(0)
    expect(await count(`issues i join milestones m on m.id = i.milestone_id and m.slug = '18.8'`)).toBe(
      refs.length,
    )
  }
})

test('an issue that is done while the milestone closes is either kept or done after it, never lost', async () => {
  const [ref = 0] = refs
  const [closing, done] = await Promise.allSettled([close(mohamed), closeIssue(julie, { group, ref })])
  expect([closing.status, done.status]).toEqual(['fulfilled', 'fulfilled'])
  const { rows } = await pool().query<{ outcome: string; slug: string }>(
    `select o.outcome, m.slug from milestone_outcomes o
      join issues i on i.number = o.issue_number join milestones m on m.id = i.milestone_id where o.issue_number = $1`,
    [ref],
  )
  const kept = { outcome: 'completed', slug: '18.8' }
  const slipped = { outcome: 'slipped', slug: '18.9' }
  expect([kept, slipped]).toContainEqual({ outcome: rows[0]?.outcome, slug: rows[0]?.slug })
})

test('the database refuses every change of an outcome but those of a reopening within a day and of the sample', async () => {
  const attack = (text: string) => pool().query(text)
  await expect(attack(`update milestone_outcomes set outcome = 'completed'`)).rejects.toThrow('append-only')
  await expect(attack('truncate milestone_outcomes, milestone_slips')).rejects.toThrow('append-only')
  for (const table of ['milestone_outcomes', 'milestone_slips'])
    await expect(attack(`delete from ${table}`)).rejects.toThrow(/without an event|never change/)
  await expect(attack(`update milestone_slips set slip_text = 'Other'`)).rejects.toThrow('append-only')
  const client = await pool().connect()
  const within = async (text: string) => {
    await client.query('begin')
    await client.query('delete from milestone_outcomes')
    await client.query(text)
    await client.query('commit')
  }
  const reopening = (milestoneId: string, hours: number) =>
    `select record_event(1, 'milestone.reopened', 1, null, m.at, m.at, 'milestone', ${milestoneId}, '{"unfrozen": true}')
      from (select closed_at + interval '${hours} hours' as at from milestones where slug = '18.8') m`
  const own = `(select id::text from milestones where slug = '18.8')`
  try {
    const late = within(reopening(own, 25))
    await expect(late, 'a day later').rejects.toThrow('the outcomes of a closed milestone never change')
    await client.query('rollback')
    await expect(within(reopening(`'99'`, 1)), 'of another one').rejects.toThrow('never change')
    await client.query('rollback')
    expect(await count('milestone_outcomes')).toBe(refs.length)
    await within(reopening(own, 23))
    expect(await count('milestone_outcomes')).toBe(0)
  } finally {
    client.release()
  }
})

test('with the sample go the outcomes of its issues', async () => {
  await pool().query('alter table issues disable trigger user; alter table milestones disable trigger user')
  await pool().query(`update milestones set closed_at = null, frozen_at = null where slug = '18.8'`)
  await pool().query(`update issues set state = 'open', close_reason = null, closed_at = null,
    milestone_id = (select id from milestones where slug = '18.8')`)
  const [sample = 0] = refs
  await pool().query('update issues set sample = number = $1', [sample])
  await pool().query('alter table issues enable trigger user; alter table milestones enable trigger user')
  const later = { ...mohamed, now: new Date('2026-01-09T12:00:00Z') }
  await close(later)
  await removeSample(later)
  const { rows } = await pool().query('select issue_number as ref from milestone_outcomes order by 1')
  expect(rows).toEqual(refs.slice(1).map((ref) => ({ ref })))
})
