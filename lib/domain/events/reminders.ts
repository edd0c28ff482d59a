import { milestoneLink } from '#lib/kit/links.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { lasting } from './row.ts'

export const reminderEvents = {
  /** Its last day, `dueOn`, has passed, and it is not closed. */
  'milestone.overdue': lasting<{ id: number; title: string; dueOn: PlainDate }>({
    sentence: ({ title, dueOn }) =>
      `reminded the engineering manager to close ${title}, which ended on ${dueOn}`,
    tells: () => ({ named: [], all: [{ role: 'em', kind: 'reminder' }], watchers: false }),
    page: ({ group, key }) => milestoneLink(group, key),
    never: 'The reminder was sent. Close the milestone instead.',
  }),
}
