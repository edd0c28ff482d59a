import type { PointKind } from '#lib/domain/retrospectives/retrospectives.ts'
import { type Month, previousMonth } from '#lib/domain/retrospectives/months.ts'
import { addDays, monthOf, type PlainDate } from '#lib/kit/plain-date.ts'
import { addAction, editAction } from '../../commands/retrospectives/actions.ts'
import { beginRetrospective } from '../../commands/retrospectives/begin.ts'
import { addPoint } from '../../commands/retrospectives/points.ts'
import { closeRetrospective, openRetrospective } from '../../commands/retrospectives/stages.ts'
import { votePoint } from '../../commands/retrospectives/votes.ts'
import type { Ctx } from '../../context.ts'
import { before } from './calendar.ts'
import type { Act, Setting } from './timeline.ts'

type Point = { by: string; kind: PointKind; text: string; to?: string; votes?: readonly string[] }
type Agreed = {
  owner: string
  text: string
  /** Days from today on which it is due, and days ago on which it was done; without that it is open. */
  dueIn: number
  doneAgo?: number
}
type Story = { points: readonly Point[]; actions: readonly Agreed[] }

const EARLIER: Story = {
  points: [
    {
      by: 'cindy',
      kind: 'well',
      text: 'Support found the answer in the setup guide three times before asking us.',
      votes: ['newick', 'jordan'],
    },
    {
      by: 'patrick',
      kind: 'not_well',
      text: 'Reviews of the billing events waited up to four days.',
      votes: ['manoj', 'julie', 'newick'],
    },
    { by: 'julie', kind: 'try', text: 'Look at open reviews first thing each morning.', votes: ['patrick'] },
    { by: 'newick', kind: 'thanks', text: 'For the afternoon on the certificate chain.', to: 'manoj' },
  ],
  actions: [
    {
      owner: 'manoj',
      text: 'Write down who reviews which area, so that no review waits for one person',
      dueIn: 20,
    },
    { owner: 'julie', text: 'Try a review hour at 10:00 for a month', dueIn: -35, doneAgo: 36 },
  ],
}

const LAST: Story = {
  points: [
    {
      by: 'julie',
      kind: 'well',
      text: 'The review hour works: nothing waited longer than a day.',
      votes: ['patrick', 'manoj', 'cindy', 'jordan'],
    },
    {
      by: 'cindy',
      kind: 'not_well',
      text: 'Two Deliverables were added in the last week of the milestone.',
      votes: ['newick', 'jordan', 'julie'],
    },
    {
      by: 'newick',
      kind: 'not_well',
      text: 'The health check failed in staging for two days before we looked.',
      votes: ['cindy'],
    },
    { by: 'jordan', kind: 'try', text: 'Agree on what is added late together, on the planning issue.' },
    {
      by: 'mohamed',
      kind: 'thanks',
      text: 'For taking the hand of another area within the hour.',
      to: 'patrick',
    },
    { by: 'patrick', kind: 'thanks', text: 'For the clear acceptance criteria.', to: 'jordan' },
  ],
  actions: [
    { owner: 'newick', text: 'Let the staging health check tell the channel when it fails', dueIn: 16 },
    {
      owner: 'jordan',
      text: 'Ask on the planning issue before a Deliverable is added late',
      dueIn: -20,
      doneAgo: 21,
    },
  ],
}

const WRITING: readonly Point[] = [
  { by: 'patrick', kind: 'well', text: 'Pushing back early kept the milestone calm.' },
  { by: 'cindy', kind: 'try', text: 'Pair on the first day of a new area.' },
  { by: 'julie', kind: 'not_well', text: 'Evaluation results came later than we planned for.' },
  { by: 'manoj', kind: 'thanks', text: 'For the hand-over notes.', to: 'newick' },
]

/** Two months that are closed, one action of which is still carried over, and the one for which points are collected. */
export function retrospectiveActs({ now }: Setting): Act[] {
  const today = now.toISOString().slice(0, 10)
  const writing = monthOf(addDays(today, -10))
  const last = previousMonth(writing)
  return [
    ...closedActs(previousMonth(last), EARLIER, today),
    ...closedActs(last, LAST, today),
    { at: before(now, 5), by: 'mohamed', run: beginning(writing) },
    ...WRITING.map((point, at) => ({
      at: new Date(before(now, 4.5).getTime() + at * 40 * MINUTE),
      by: point.by,
      run: (ctx: Ctx) => addPoint(ctx, pointIn(ctx, writing, point)),
    })),
  ]
}

const MINUTE = 60_000

const beginning = (month: Month) => (ctx: Ctx) =>
  beginRetrospective(ctx, { group: ctx.group.slug, month, sample: true })

const pointIn = (ctx: Ctx, month: Month, { kind, text, to }: Point) => ({
  group: ctx.group.slug,
  retrospective: month,
  kind,
  text,
  ...(to === undefined ? {} : { to }),
})

/** On the last days that each month has: points, then an afternoon for the rest. */
function closedActs(month: Month, { points, actions }: Story, today: PlainDate): Act[] {
  const at = (day: number, minutes: number) =>
    new Date(Date.parse(`${month}-${day}T09:00:00Z`) + minutes * MINUTE)
  const ids = new Map<Point, number>()
  const agreed = new Map<Agreed, number>()
  const one = (ctx: Ctx) => ({ group: ctx.group.slug, retrospective: month })
  return [
    { at: at(25, 0), by: 'mohamed', run: beginning(month) },
    ...points.map((point, place) => ({
      at: at(26, place * 35),
      by: point.by,
      run: async (ctx: Ctx) => ids.set(point, (await addPoint(ctx, pointIn(ctx, month, point))).point),
    })),
    { at: at(28, 240), by: 'mohamed', run: (ctx) => openRetrospective(ctx, one(ctx)) },
    ...points.flatMap((point, place) =>
      (point.votes ?? []).map((by, vote) => ({
        at: at(28, 250 + place * 5 + vote),
        by,
        run: (ctx: Ctx) => votePoint(ctx, { ...one(ctx), point: ids.get(point) ?? 0 }),
      })),
    ),
    ...actions.flatMap((action, place): Act[] => [
      {
        at: at(28, 290 + place * 5),
        by: action.owner,
        run: async (ctx) => {
          const dueOn = addDays(today, action.dueIn)
          const asked = { ...one(ctx), text: action.text, owner: action.owner, dueOn: later(ctx, dueOn) }
          agreed.set(action, (await addAction(ctx, asked)).action)
        },
      },
      ...(action.doneAgo === undefined
        ? []
        : [
            {
              at: afterClosing(
                at(28, 330),
                new Date(Date.parse(`${addDays(today, -action.doneAgo)}T10:00:00Z`)),
              ),
              by: action.owner,
              run: (ctx: Ctx) =>
                editAction(ctx, { ...one(ctx), action: agreed.get(action) ?? 0, state: 'done' }),
            },
          ]),
    ]),
    { at: at(28, 320), by: 'mohamed', run: (ctx) => closeRetrospective(ctx, one(ctx)) },
  ]
}

/** An action is due a week after it was agreed on at the earliest. */
function later(ctx: Ctx, dueOn: PlainDate): PlainDate {
  const soonest = addDays(ctx.now.toISOString().slice(0, 10), 7)
  return dueOn < soonest ? soonest : dueOn
}

const afterClosing = (closed: Date, done: Date): Date =>
  done > closed ? done : new Date(closed.getTime() + 24 * 60 * MINUTE)
