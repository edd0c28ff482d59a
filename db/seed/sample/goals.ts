import { editGoals } from '../../commands/milestone-goals.ts'
import { during } from './calendar.ts'
import { type Box, CURRENT, NEXT } from './outcome.ts'
import type { Act, Setting } from './timeline.ts'

const GOALS: readonly { place: Box; goals: string }[] = [
  {
    place: CURRENT,
    goals: [
      '- Each probe says **where the fault lies**, and runs on a schedule.',
      '- On-demand top-ups are metered end to end.',
      '- The picker says why a model cannot be selected.',
    ].join('\n'),
  },
  {
    place: NEXT,
    goals: [
      '- Credits can be set per subgroup and bought in advance.',
      '- One page compares two reports of probes.',
      '- Model choice reaches the project level, behind a flag.',
    ].join('\n'),
  },
]

/** The PM writes what the current and the next milestone are for, while the one before runs. */
export const goalActs = ({ calendar, now }: Setting): Act[] =>
  GOALS.map(({ place, goals }) => ({
    at: new Date(Math.min(during(calendar, place - 1, 0.2).getTime(), now.getTime() - MINUTE)),
    by: 'jordan',
    run: (ctx) =>
      editGoals(ctx, {
        group: ctx.group.slug,
        milestone: calendar.box(place).title,
        goals,
        version: 1,
      }),
  }))

const MINUTE = 60_000
