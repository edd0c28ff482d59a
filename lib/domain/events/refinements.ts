import type { PlainDate } from '#lib/kit/plain-date.ts'

import { lasting } from './row.ts'

export const refinementEvents = {
  /** No issue in planning breakdown waited for a weight in the week that begins on that Monday. */
  'refinement.skipped': lasting<{ weekOn: PlainDate }>({
    sentence: ({ weekOn }) => `found nothing to refine in the week of ${weekOn}`,
    never: 'Nothing was made. The next refinement issue comes next week.',
  }),
}
