import { beforeAll, expect, test } from 'vitest'
import { acceptHandOver, declineHandOver, withdrawHandOver } from './commands/hand-overs/answer.ts'
import { handOver } from './commands/hand-overs/hand-over.ts'
import { createMilestone } from './commands/milestones.ts'
import { labelIssue } from './commands/issues/labels.ts'
import { moveIssue } from './commands/issues/move.ts'
import { releaseIssue, takeIssue } from './commands/issues/take.ts'
import { pool } from './connection.ts'
import type { Ctx } from './context.ts'
import { boardFacts } from './queries/board-facts.ts'
import { readIssue } from './queries/issues.ts'
import { verifyChain } from './queries/chain.ts'
import { personCtx, useOwnDatabase } from './testing/group.ts'
import { anIssue } from './testing/world.ts'

const group = 'custom-models'
const ROUNDS = Number(process.env.RACE_ROUNDS ?? 100)
const HANDLES = ['mohamed', 'manoj', 'julie', 'cindy', 'newick', 'patrick']
const READY = ['group::custom models', 'type::maintenance', 'workflow::ready for development', 'Deliverable']

let people: Ctx[] = []

beforeAll(async () => {
  await useOwnDatabase()
  people = await Promise.all(HANDLES.map(personCtx))
  await createMilestone(first(people), { group, title: '18.8', startOn: '2025-12-13', dueOn: '2026-01-09' })
})

const first = <T>(list: readonly T[]): T => {
  const [one] = list
  if (one === undefined) throw new Error('nothing there')
  return one
}

/** Eight hands at once; there are six people, so that two act twice. */
const eight = <T>(act: (ctx: Ctx, at: number) => Promise<T>) =>
  Promise.allSettled(
    Array.from({ length: 8 }, (_, at) => act(people[at % people.length] ?? first(people), at)),
  )

test(`of eight who take one issue exactly one gets it and the others read who did, ${ROUNDS} times`, async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const ref = await anIssue(first(people))
    const hands = await eight((ctx) => takeIssue(ctx, { group, ref }))
    const winners = hands.filter((hand) => hand.status === 'fulfilled')
    expect(winners).toHaveLength(1)
    const winner = winners[0]?.status === 'fulfilled' ? winners[0].value.card.dri : null
    for (const hand of hands) {
      if (hand.status === 'fulfilled') continue
      const recorded = hand.reason.facts.rule === 'already_yours' ? winner : hand.reason.facts.winner
      expect(recorded).toBe(winner)
    }
    const { rows } = await pool().query(
      'select count(*)::int as open from dri_assignments where issue_number = $1 and to_at is null',
      [ref],
    )
    expect(rows).toEqual([{ open: 1 }])
  }
})

test(`eight who label one issue leave one label of the scope, ${ROUNDS} times`, async () => {
  const states = [
    'in dev',
    'in review',
    'blocked',
    'verification',
    'complete',
    'design',
    'scheduling',
    'refinement',
  ]
  for (let round = 0; round < ROUNDS; round += 1) {
    const ref = await anIssue(first(people))
    const hands = await eight((ctx, at) => labelIssue(ctx, { group, ref, add: [`workflow::${states[at]}`] }))
    expect(hands.filter((hand) => hand.status === 'rejected')).toEqual([])
    const { rows } = await pool().query(
      `select count(*)::int as held from issue_labels l join labels k on k.id = l.label_id where l.issue_number = $1 and k.scope = 'workflow'`,
      [ref],
    )
    expect(rows).toEqual([{ held: 1 }])
  }
})

test(`eight who drop cards into one gap all get a place, and the order stays one, ${ROUNDS} times`, async () => {
  const top = await anIssue(first(people), { labels: READY, dri: 'julie' })
  const refs = await Promise.all(
    Array.from({ length: 8 }, () => anIssue(first(people), { labels: READY, dri: 'julie' })),
  )
  const columns = (await boardFacts(first(people), 'build')).columns
  for (let round = 0; round < ROUNDS; round += 1) {
    const to = columns[round % 2 ? 1 : 2]?.id ?? ''
    const hands = await eight((ctx, at) =>
      moveIssue(ctx, { group, board: 'build', ref: refs[at] ?? 0, to, after: top }),
    )
    expect(hands.filter((hand) => hand.status === 'rejected')).toEqual([])
  }
  const { rows } = await pool().query<{ number: number }>(
    'select number from issues where number = any($1) order by rank',
    [[top, ...refs]],
  )
  expect(rows[0]?.number).toBe(top)
  expect(rows).toHaveLength(9)
  expect(await verifyChain(pool(), 1)).toMatchObject({ broken: null })
})

test(`of eight who accept, withdraw, reassign and take at once, one outcome holds and one person drives, ${ROUNDS} times`, async () => {
  const [em, manoj, julie, cindy] = await Promise.all(['mohamed', 'manoj', 'julie', 'cindy'].map(personCtx))
  if (!em || !manoj || !julie || !cindy) throw new Error('nobody there')
  const seen = new Set<string>()
  for (let round = 0; round < ROUNDS; round += 1) {
    const ref = await anIssue(em, { dri: 'julie' })
    const handingOver = { group, ref, from: 'julie', context: 'As it is.' }
    await handOver(julie, { ...handingOver, to: 'cindy' })
    const offer = (await readIssue(em, { group, ref })).handOvers[0]?.id ?? 0
    const acts = [
      () => acceptHandOver(cindy, { group, ref, offer }),
      () => withdrawHandOver(julie, { group, ref, offer }),
      () => handOver(em, { ...handingOver, to: 'newick', atOnce: true }),
      () => takeIssue(manoj, { group, ref }),
      () => acceptHandOver(cindy, { group, ref, offer }),
      () => declineHandOver(cindy, { group, ref, offer, reason: 'No time.' }),
      () => handOver(em, { ...handingOver, to: 'patrick', atOnce: true }),
      () => releaseIssue(julie, { group, ref }),
    ]
    const hands = await Promise.allSettled(rotated(acts, round).map((act) => act()))
    for (const hand of hands) {
      if (hand.status === 'rejected') expect(['conflict', 'refused']).toContain(hand.reason.code)
    }
    const { dri, handOvers, driHistory } = await readIssue(em, { group, ref })
    const outcome = handOvers[0]?.outcome ?? 'none'
    seen.add(outcome)
    expect(handOvers).toHaveLength(1)
    expect(['accepted', 'declined', 'withdrawn', 'overtaken']).toContain(outcome)
    expect(driHistory.filter(({ to }) => to === null).map(({ person }) => person)).toEqual(dri ? [dri] : [])
    if (outcome === 'accepted') expect(dri).toBe('cindy')
    if (outcome === 'overtaken') expect(['newick', 'patrick']).toContain(dri)
    const { rows } = await pool().query<{ type: string }>(
      `select type from events where issue_number = $1 and type like 'issue.hand_over_%'`,
      [ref],
    )
    const recorded = rows.map(({ type }) => type).filter((type) => type !== 'issue.hand_over_offered')
    expect(recorded).toEqual(outcome === 'overtaken' ? [] : [`issue.hand_over_${outcome}`])
  }
  expect(seen.size).toBeGreaterThan(1)
})

const rotated = <T>(list: readonly T[], by: number): T[] => [
  ...list.slice(by % list.length),
  ...list.slice(0, by % list.length),
]
