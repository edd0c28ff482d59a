import { z } from 'zod'

// What several forecasts have. It stands apart so that a page carries nothing else of them.

/** What a milestone that is over closed, and the days of work that people had in it. */
export const past = z.strictObject({
  title: z.string(),
  workingDays: z.number(),
  people: z.number(),
  count: z.number(),
  weight: z.number(),
})

/** The topics that change what is shown of a milestone, its forecast among it. */
export const MILESTONE_READS = [
  'milestones',
  'issues',
  'labels',
  'boards',
  'groups',
  'people',
  'teams',
  'capacity',
  'time_off',
  'working_times',
  'updates',
] as const
