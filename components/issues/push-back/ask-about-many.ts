import type { QueryClient } from '@tanstack/react-query'

import { counted } from '#components/changes/pieces.ts'
import { seenCards } from '#components/changes/seen-cards.ts'
import { subjectOf } from '#components/commands/command-target.ts'
import { indexIssues, rowsOfIssues } from '#lib/contract/issue-lists.ts'
import { listLabels } from '#lib/contract/labels.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import type { Card } from '#lib/contract/issues.ts'
import { printCondition } from '#lib/domain/conditions.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import { reading } from '#lib/http/query.ts'

import { askPushBack } from './ask-push-back.ts'
import type { PushBackAnswer } from './ask-push-back.ts'
import { leavesBoard, runningOf } from './leaves-board.ts'
import type { LeavingWish, Setting } from './leaves-board.ts'

type Who = { group: string; actor: Actor }

/**
 * One question for all that a change of many takes off the Build Board of the milestone that runs; none, where it takes off
 * none. Null where the question is left, and then nothing is changed.
 */
export async function askAboutMany(
  client: QueryClient,
  { group, actor }: Who,
  refs: readonly number[],
  wish: LeavingWish,
): Promise<PushBackAnswer | null> {
  if (!may(actor, 'deliverable.set')) return {}
  const lookups = await lookupsOf(client, group)
  const running = lookups && runningOf(lookups)
  if (!running) return {}
  const setting = { actor, lookups }
  const cards = await cardsOf(client, group, refs, setting)
  const leave = cards.filter((card) => leavesBoard(card, wish, setting))
  if (leave.length === 0) return {}
  const subject =
    leave.length === refs.length ? subjectOf(refs) : `${leave.length} of ${counted(refs.length)}`
  return askPushBack({ subject, milestone: running.title })
}

/** Null where the server cannot be reached: then the change waits, and nothing is asked. */
async function lookupsOf(client: QueryClient, group: string): Promise<Setting['lookups'] | null> {
  try {
    const [labels, { items: milestones, current, next }] = await Promise.all([
      client.ensureQueryData(reading(listLabels, { group })),
      client.ensureQueryData(reading(listMilestones, { group })),
    ])
    return { labels: labels.items, milestones, current, next }
  } catch {
    return null
  }
}

const MOST_ROWS = 200

/** Of a long list the page has not read every line: what is on the Build Board among the rest is asked for. */
async function cardsOf(
  client: QueryClient,
  group: string,
  refs: readonly number[],
  { lookups }: Setting,
): Promise<readonly Card[]> {
  const seen = seenCards(client, group, refs)
  const deliverable = lookups.labels.find(({ meaning }) => meaning === 'deliverable')
  if (seen.length === refs.length || !deliverable) return seen
  const known = new Set(seen.map(({ ref }) => ref))
  const unseen = new Set(refs.filter((ref) => !known.has(ref)))
  const test = (field: 'milestone' | 'label', value: string) =>
    ({ kind: 'test', field, op: ':', value }) as const
  const filter = printCondition({
    kind: 'all',
    of: [test('milestone', lookups.current ?? ''), test('label', deliverable.title)],
  })
  const rows = await rowsAmong(client, group, filter, unseen).catch(() => [])
  return [...seen, ...rows]
}

async function rowsAmong(
  client: QueryClient,
  group: string,
  filter: string,
  unseen: ReadonlySet<number>,
): Promise<readonly Card[]> {
  const index = await client.fetchQuery(reading(indexIssues, { group, filter }))
  const wanted = index.groups.flatMap((one) => one.refs).filter((ref) => unseen.has(ref))
  const parts = Array.from({ length: Math.ceil(wanted.length / MOST_ROWS) }, (_, at) =>
    wanted.slice(at * MOST_ROWS, (at + 1) * MOST_ROWS),
  )
  const rows = await Promise.all(
    parts.map((part) => client.fetchQuery(reading(rowsOfIssues, { group, refs: part.join('.') }))),
  )
  return rows.flatMap(({ items }) => items)
}
