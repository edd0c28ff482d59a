import { addDays } from '#lib/kit/plain-date.ts'
import { planIssue } from '../../commands/issues/plan.ts'
import { answerSession, scheduleSession } from '../../commands/plan/session.ts'
import { noteStep } from '../../commands/plan/steps.ts'
import { name } from './acts.ts'
import { before } from './calendar.ts'
import { NEXT } from './outcome.ts'
import type { Act, Setting, Timeline } from './timeline.ts'

const MINUTE = 60_000

const NOTES = [
  { step: 'candidates', by: 'jordan', body: 'Two billing issues may follow from Fulfillment.' },
  { step: 'capacity', by: 'mohamed', body: 'One person has not looked at their days yet.' },
  { step: 'weights', by: 'jordan', body: 'Health checks first: Dedicated waits for them.' },
] as const

/** How PM and EM plan the next milestone: DRIs are proposed, one issue has slipped, a session is scheduled. It is half done. */
export function planActs({ calendar, now }: Setting, timelines: readonly Timeline[]): Act[] {
  const box = calendar.box(NEXT)
  const milestone = box.title
  const at = (days: number, place = 0) => new Date(before(now, days).getTime() + place * MINUTE)
  const candidates = timelines.filter(({ line }) => line.outcome === 'next')
  const driven = candidates.filter((_, place) => place % 2 === 1)
  const slipped = timelines.find(({ line }) => line.outcome === 'now ready' && line.type === 'feature')
  return [
    ...driven.map((timeline, place): Act => ({
      at: at(1.2, place),
      by: 'mohamed',
      run: name(timeline, timeline.dri),
    })),
    ...NOTES.map(({ by, ...note }, place): Act => ({
      at: at(1, place),
      by,
      run: (ctx) => noteStep(ctx, { milestone, ...note, sample: true }),
    })),
    {
      at: at(0.9),
      by: 'jordan',
      run: (ctx) =>
        scheduleSession(ctx, {
          milestone,
          day: addDays(box.startOn, -2),
          time: '15:00',
          invited: ['jordan', 'mohamed', 'manoj'],
          sample: true,
        }),
    },
    { at: at(0.8), by: 'mohamed', run: (ctx) => answerSession(ctx, { milestone, accepted: true }) },
    ...(slipped ? [slip(slipped, milestone, latest(at(0.3), ...slipped.acts.map((act) => act.at)))] : []),
  ]
}

/** In the first hours of a milestone an issue slips right after it came in. */
const latest = (at: Date, ...acts: readonly Date[]): Date =>
  new Date(Math.max(at.getTime(), ...acts.map((act) => act.getTime() + MINUTE / 2)))

/** What will not be done in the milestone that runs is a candidate again, the first of all. */
const slip = (timeline: Timeline, milestone: string, at: Date): Act => ({
  at,
  by: 'mohamed',
  run: (ctx) =>
    planIssue(ctx, { group: ctx.group.slug, ref: timeline.ref, milestone, withoutDeliverable: true }),
})
