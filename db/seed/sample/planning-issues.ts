import { commentOnIssue } from '../../commands/issues/comment.ts'
import { reactToComment } from '../../commands/comments.ts'
import { createPlanningIssue } from '../../commands/planning-issue/create.ts'
import { freezePlanning } from '../../commands/planning-issue/freeze.ts'
import { postCapacity } from '../../commands/planning-issue/post.ts'
import { setPriorities } from '../../commands/planning-issue/priorities.ts'
import type { Ctx } from '../../context.ts'
import { planningIn } from '../../queries/planning-issue.ts'
import { before, during } from './calendar.ts'
import { CURRENT, NEXT } from './outcome.ts'
import type { Act, Setting } from './timeline.ts'

const HOUR = 3_600_000
const MINUTE = 60_000

/** A topic's epic, and what it is to bring in the milestone. */
type Wish = { topic: string; goal: string; teams: string[] }

const CURRENT_WISHES: readonly Wish[] = [
  { topic: 'health-check', goal: 'A failed check says what to do next.', teams: ['health-connectivity'] },
  { topic: 'selection-engine', goal: 'One place decides which model answers.', teams: ['model-selection'] },
  { topic: 'billing', goal: 'Usage of the gateway is counted once.', teams: ['gateway-services'] },
]

const NEXT_WISHES: readonly Wish[] = [
  {
    topic: 'connectivity',
    goal: 'Every connectivity failure names its cause.',
    teams: ['health-connectivity'],
  },
  {
    topic: 'credits-and-marketplace',
    goal: 'On-demand credits are metered for self-hosted.',
    teams: ['gateway-services'],
  },
  { topic: 'selection-ui', goal: 'The selection UI explains models that are not available.', teams: [] },
]

/** What the PM and the EM write to each other while they plan. */
const TALK = [
  {
    by: 'jordan',
    days: 3.2,
    body: 'Connectivity first: three customers wait for a clear message. On-demand credits come second.',
  },
  {
    by: 'mohamed',
    days: 2.7,
    body: 'Agreed. Two engineers are away for a week, so the credits begin with one issue. I check the capacity before the joint session.',
  },
  {
    by: 'jordan',
    days: 1.4,
    body: 'Then alerts can wait for Next 1-3. The candidates are in order on the Planning Board.',
  },
] as const

const ENGINEERS = ['julie', 'cindy', 'manoj', 'newick', 'patrick'] as const

/** The planning issue of the current milestone, posted and frozen at its start; that of the next one is being discussed. */
export function planningIssueActs(setting: Setting, epicOf: (topic: string) => number | null): Act[] {
  return [...currentActs(setting, epicOf), ...nextActs(setting, epicOf)]
}

type EpicOf = (topic: string) => number | null

function currentActs({ calendar, now }: Setting, epicOf: EpicOf): Act[] {
  const milestone = calendar.box(CURRENT).title
  const posted = during(calendar, CURRENT - 1, 0.96)
  const frozen = new Date(Math.min(during(calendar, CURRENT, 0.03).getTime(), now.getTime() - HOUR))
  const seen = ENGINEERS.map((by, at): Act => ({
    at: new Date(posted.getTime() + (at + 1) * 5 * MINUTE),
    by,
    run: (ctx) => acknowledge(ctx, milestone),
  }))
  return [
    ...begin(during(calendar, CURRENT - 1, 0.3), milestone),
    prioritise(during(calendar, CURRENT - 1, 0.5), milestone, CURRENT_WISHES, epicOf),
    { at: posted, by: 'mohamed', run: (ctx) => postCapacity(ctx, { ...of(ctx, milestone), sample: true }) },
    ...seen,
    { at: frozen, by: 'jordan', run: (ctx) => freezePlanning(ctx, of(ctx, milestone)) },
  ]
}

function nextActs({ calendar, now }: Setting, epicOf: EpicOf): Act[] {
  const milestone = calendar.box(NEXT).title
  const said = TALK.map(({ by, days, body }): Act => ({
    at: before(now, days),
    by,
    run: async (ctx) => {
      const { planning } = await planningIn(ctx, milestone)
      return commentOnIssue(ctx, { group: ctx.group.slug, ref: planning.ref, body, sample: true })
    },
  }))
  return [
    ...begin(before(now, 5.5), milestone),
    prioritise(before(now, 4.4), milestone, NEXT_WISHES, epicOf),
    ...said,
  ]
}

const of = (ctx: Ctx, milestone: string) => ({ group: ctx.group.slug, milestone })

const begin = (at: Date, milestone: string): Act[] => [
  { at, by: 'jordan', run: (ctx) => createPlanningIssue(ctx, { ...of(ctx, milestone), sample: true }) },
]

const prioritise = (at: Date, milestone: string, wishes: readonly Wish[], epicOf: EpicOf): Act => ({
  at,
  by: 'jordan',
  run: (ctx) =>
    setPriorities(ctx, {
      ...of(ctx, milestone),
      was: [],
      priorities: wishes.flatMap(({ topic, goal, teams }) => {
        const number = epicOf(topic)
        return number === null ? [] : [{ kind: 'epic' as const, number, goal, teams }]
      }),
    }),
})

/** Handbook › Acknowledgement of Pings: a DRI who is named in the post marks it with an emoji. */
async function acknowledge(ctx: Ctx, milestone: string): Promise<void> {
  const { planning } = await planningIn(ctx, milestone)
  if (planning.posted === null) throw new Error('Capacity and DRIs are not posted.')
  const { comment } = planning.posted
  await reactToComment(ctx, { group: ctx.group.slug, ref: planning.ref, comment, emoji: '👍', on: true })
}
