import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { FindingName } from '../findings.ts'
import { lasting } from './row.ts'

/** How many issues a finding had, and how many of them were confidential. */
export type FindingCount = { finding: FindingName; issues: number; confidential: number }

export const reportEvents = {
  /** The triage report as it was when a week began, which is known by its Monday. */
  'report.counted': lasting<{ weekOn: PlainDate; counts: FindingCount[] }>({
    sentence: ({ weekOn }) => `counted the findings of the triage report for the week of ${weekOn}`,
    never: 'What was counted stays in the trend.',
  }),
}
