import { activityReminder } from './activity-reminder.ts'
import type { Job } from './job.ts'
import { mentionReminder } from './mention-reminder.ts'
import { milestoneFreeze } from './milestone-freeze.ts'
import { milestoneReminder } from './milestone-reminder.ts'
import { pushBackRevisits } from './push-back-revisits.ts'
import { modelExpiry } from './model-expiry.ts'
import { refinement } from './refinement.ts'
import { reportCounts } from './report-counts.ts'
import { retrospectiveActionsDue } from './retrospective-actions.ts'
import { updateReminder } from './update-reminder.ts'

/** All that the clock does for groups by itself. */
export const JOBS: readonly Job[] = [
  milestoneFreeze,
  refinement,
  reportCounts,
  milestoneReminder,
  updateReminder,
  pushBackRevisits,
  modelExpiry,
  mentionReminder,
  retrospectiveActionsDue,
  activityReminder,
]
