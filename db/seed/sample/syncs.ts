import { addDays, type PlainDate, weekday } from '#lib/kit/plain-date.ts'
import { recordOutcome } from '../../commands/syncs/outcomes.ts'
import { addPoint } from '../../commands/syncs/points.ts'
import { beHere } from '../../commands/syncs/presence.ts'
import { endSync, startSync } from '../../commands/syncs/syncs.ts'
import type { Ctx } from '../../context.ts'
import { readSync } from '../../queries/sync-room.ts'
import { runningSync } from '../../queries/syncs.ts'
import { inTransaction } from '../../transaction.ts'
import type { Act, Setting } from './timeline.ts'

const THURSDAY = 4

type Week = { point: string; by: string; answer: string; there: readonly string[]; texts: readonly string[] }

/** The latest last; null for a week that was skipped. */
const WEEKS: readonly (Week | null)[] = [
  {
    point: 'Demo of the model picker on Friday at 14:00.',
    by: 'julie',
    answer: 'Julie shows it, and records it for those who are away.',
    there: ['jordan', 'julie', 'manoj', 'newick'],
    texts: ['Newick looks at the certificate with them today.', 'The registry comes first, then this.'],
  },
  {
    point: 'Who reviews while Cindy is away?',
    by: 'cindy',
    answer: 'Patrick reviews until she is back.',
    there: ['jordan', 'julie', 'patrick', 'cindy'],
    texts: ['Patrick pairs on it on Monday.', 'Waits for the answer of Fulfillment, asked again today.'],
  },
  {
    point: 'The gateway of staging is upgraded on Tuesday.',
    by: 'newick',
    answer: 'No releases that morning.',
    there: ['julie', 'manoj', 'newick', 'patrick'],
    texts: ['Manoj has seen this before, and answers on the issue.'],
  },
  null,
  {
    point: 'One page for setup on Dedicated, instead of three.',
    by: 'manoj',
    answer: 'Yes, after the code freeze.',
    there: ['jordan', 'manoj', 'newick', 'cindy'],
    texts: ['Cindy splits it, so that half of it fits.', 'The design is here on Wednesday.'],
  },
  {
    point: 'Retrospective: points until Monday, please.',
    by: 'jordan',
    answer: 'Everyone adds theirs.',
    there: ['jordan', 'julie', 'manoj', 'patrick', 'cindy'],
    texts: ['Julie asks the Gateway group today.'],
  },
  {
    point: 'Evaluation results: who reads them with the counterpart group?',
    by: 'patrick',
    answer: 'Patrick and Jordan, on Thursday.',
    there: ['jordan', 'julie', 'newick', 'patrick'],
    texts: ['Newick takes a look after the sync.', 'Moves behind the release.'],
  },
  {
    point: 'Two reviews wait since last week.',
    by: 'julie',
    answer: 'Manoj and Cindy do one each today.',
    there: ['jordan', 'julie', 'manoj', 'newick', 'cindy'],
    texts: ['Cindy pairs with Newick on Monday.', 'Jordan asks for the results again.'],
  },
]

function lastDay(now: Date): PlainDate {
  const today = now.toISOString().slice(0, 10)
  return addDays(today, -((weekday(today) - THURSDAY + 7) % 7 || 7))
}

/** A little after the last sync has ended. */
export const lastSyncEnded = (now: Date): Date => new Date(`${lastDay(now)}T15:25:00Z`)

/** Eight weeks of syncs, one of them skipped: with points that people added and what came of the first items. */
export function syncActs({ now }: Setting): Act[] {
  const last = lastDay(now)
  return WEEKS.flatMap((week, at) => {
    const day = addDays(last, -7 * (WEEKS.length - 1 - at))
    return week ? heldOn(day, week) : [skippedOn(day)]
  })
}

const skippedOn = (day: string): Act => ({
  at: new Date(`${day}T09:00:00Z`),
  by: 'mohamed',
  run: (ctx) => startSync(ctx, { skip: true, sample: true }),
})

function heldOn(day: string, { point, by, answer, there, texts }: Week): Act[] {
  const at = (time: string) => new Date(`${day}T${time}Z`)
  return [
    { at: at('10:12:00'), by, run: (ctx) => addPoint(ctx, { text: point, sample: true }) },
    { at: at('15:00:30'), by: 'mohamed', run: (ctx) => startSync(ctx, { sample: true }) },
    ...['mohamed', ...there].map((person): Act => ({
      at: at('15:01:00'),
      by: person,
      run: (ctx) => come(ctx),
    })),
    ...texts.map((text, place): Act => ({
      at: at(`15:0${3 + 3 * place}:20`),
      by: there[place] ?? 'mohamed',
      run: (ctx) => recordNext(ctx, text),
    })),
    { at: at('15:14:00'), by: 'mohamed', run: (ctx) => recordPoint(ctx, point, answer) },
    { at: at('15:21:00'), by: 'mohamed', run: (ctx) => end(ctx) },
  ]
}

async function idOf(ctx: Ctx): Promise<number> {
  return (await runningSync(ctx))?.id ?? 0
}

/** As who they are in the group, which a transaction finds out. */
const come = (ctx: Ctx) =>
  inTransaction(ctx, async (ctx) => beHere(ctx, { sync: await idOf(ctx), item: null }))
const end = async (ctx: Ctx) => endSync(ctx, { sync: await idOf(ctx) })

/** What is done about the first item that nothing came of yet. */
async function recordNext(ctx: Ctx, text: string): Promise<unknown> {
  const { items } = await readSync(ctx, { sync: await idOf(ctx) })
  const next = items.find(
    ({ state, source }) => state === 'open' && source !== 'point' && source !== 'push_back',
  )
  return next && recordOutcome(ctx, { item: next.key, kind: 'unblock', seen: 0, text })
}

async function recordPoint(ctx: Ctx, point: string, text: string): Promise<unknown> {
  const { items } = await readSync(ctx, { sync: await idOf(ctx) })
  const item = items.find(({ reasons }) => reasons[0]?.text === point)
  return item && recordOutcome(ctx, { item: item.key, kind: 'done', seen: 0, text })
}
