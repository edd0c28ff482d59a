import { noVolunteer } from '../../commands/dris.ts'
import { handOverEpic } from '../../commands/hand-overs/hand-over.ts'
import { releaseIssue } from '../../commands/issues/take.ts'
import { mentionReminder } from '../../jobs/mention-reminder.ts'
import { issueFacts } from '../../queries/facts.ts'
import { assign, say } from './acts.ts'
import { before } from './calendar.ts'
import { allOwed } from './jobs.ts'
import type { Outcome } from './outcome.ts'
import { lastSyncEnded } from './syncs.ts'
import type { Act, Setting, Timeline } from './timeline.ts'

const MINUTE = 60_000

/** `daysAgo` in working days; what is older than a working day of the person named has its reminder. */
type Ping = { by: string; on: string; daysAgo: number; body: string }

/** Questions that wait for an answer, on issues on which nothing else is said. */
const PINGS: readonly Ping[] = [
  {
    by: 'jordan',
    on: 'Cost per feature and model',
    daysAgo: 2.6,
    body: '@mohamed Do we have room for this beside the credits, or does it move to Next 1-3?',
  },
  {
    by: 'patrick',
    on: 'Contract test with the receiver',
    daysAgo: 2.4,
    body: '@jordan Is the receiver of Fulfillment frozen by then? I would rather test against the final one.',
  },
  {
    by: 'julie',
    on: 'Funnel of the first set-up',
    daysAgo: 2.2,
    body: '@cindy Which steps of the set-up can the funnel see today? The picker is the last of them.',
  },
  {
    by: 'mohamed',
    on: 'Alerts with a link to their runbook',
    daysAgo: 0.6,
    body: '@patrick Who writes the runbooks: the team of the alert, or the triage DRI?',
  },
  {
    by: 'cindy',
    on: 'Dry run: which model would this request get?',
    daysAgo: 0.5,
    body: '@julie Should the dry run say why a model was passed over?',
  },
]

const NO_VOLUNTEER = { reason: 'overloaded', note: 'until both reviews of this week are done' } as const

/**
 * What is still open today, so that no list of the week is empty: questions without an answer, a hand-over of an epic,
 * work without a volunteer, and drift that does not come about by itself.
 */
export function unsettledActs(
  setting: Setting,
  timelines: readonly Timeline[],
  epicOf: (topic: string) => number | null,
): Act[] {
  const { now } = setting
  const on = (title: string): Timeline => {
    const found = timelines.find(({ line }) => line.title === title)
    if (!found) throw new Error(`The sample has no issue “${title}”.`)
    return found
  }
  return [
    ...PINGS.map((ping) => ({
      at: before(now, ping.daysAgo),
      by: ping.by,
      run: say(on(ping.on))(ping.body),
    })),
    allOwed(mentionReminder, before(now, 0.2)),
    epicAct(now, epicOf),
    volunteerAct(now, timelines),
    ...driftActs(now, on),
  ]
}

const epicAct = (now: Date, epicOf: (topic: string) => number | null): Act => ({
  at: before(now, 1.1),
  by: 'newick',
  run: (ctx) =>
    handOverEpic(ctx, {
      group: ctx.group.slug,
      epic: epicOf('connectivity') ?? 0,
      from: 'newick',
      to: 'patrick',
      context:
        'Errors name their cause on .com and Self-Managed. Open: Dedicated, and the NO_PROXY setting. Next step is the path of a failed request, which Cindy has begun. Version drift takes my time until the release.',
    }),
})

/** The EM asks around after the sync; the next one comes back to it. */
const volunteerAct = (now: Date, timelines: readonly Timeline[]): Act => ({
  at: later(before(now, 0.5), lastSyncEnded(now)),
  by: 'mohamed',
  run: async (ctx) => {
    const allOf = (outcome: Outcome) => timelines.filter(({ line }) => line.outcome === outcome)
    // In the first days of a milestone what is ready may get its DRI yet: then it is a candidate of the next one.
    for (const { line, ref, acts } of [...allOf('now ready'), ...allOf('next')]) {
      const isOver = (acts.at(-1)?.at ?? ctx.now) < ctx.now
      if (!isOver || line.confidential || (await issueFacts(ctx, ref)).dri !== null) continue
      return noVolunteer(ctx, { group: ctx.group.slug, ref, ...NO_VOLUNTEER })
    }
    return null
  },
})

/** A DRI stepped down, and others work on what one still drives. Updates go quiet in `updates.ts`. */
function driftActs(now: Date, on: (title: string) => Timeline): Act[] {
  const free = on('Dashboards for self-hosted administrators')
  const passed = on('Copy the set-up as a script')
  const after = ({ acts }: Timeline, daysAgo: number) =>
    later(before(now, daysAgo), new Date((acts.at(-1)?.at.getTime() ?? 0) + MINUTE))
  return [
    {
      at: after(free, 0.4),
      by: free.newDri,
      run: (ctx) => releaseIssue(ctx, { group: ctx.group.slug, ref: free.ref }),
    },
    {
      at: after(passed, 0.3),
      by: 'mohamed',
      run: assign(passed, passed.newDri === 'manoj' ? 'patrick' : 'manoj'),
    },
  ]
}

const later = (one: Date, other: Date): Date => (one > other ? one : other)
