import type { Change } from '../event-refs.ts'
import type { Milestone, Shelf } from '../milestones.ts'
import { event, lasting } from './row.ts'

type Titled = { id: number; title: string }
type Days = Pick<Milestone, 'startOn' | 'dueOn'>

export const milestoneEvents = {
  'milestone.created': event<Titled & Days & Pick<Milestone, 'kind'> & { slug: string; shelf: Shelf | null }>(
    {
      told: ({ title, startOn, dueOn }) =>
        `created the milestone ${title}${startOn && dueOn ? `, ${startOn} to ${dueOn}` : ''}`,
    },
  ),
  'milestone.edited': event<Change<Days & Pick<Milestone, 'title'>> & { id: number }>({
    told: ({ from, to }) => {
      const days = `${to.startOn ?? ''} to ${to.dueOn ?? ''}`
      const moved = from.startOn !== to.startOn || from.dueOn !== to.dueOn
      if (from.title === to.title) return `moved the milestone ${to.title} to ${days}`
      return `renamed the milestone ${from.title} to ${to.title}${moved ? `, ${days}` : ''}`
    },
  }),
  'milestone.closed': event<Titled>({ told: ({ title }) => `closed the milestone ${title}` }),
  'milestone.reopened': event<Titled>({ told: ({ title }) => `reopened the milestone ${title}` }),
  /** What was only just made is taken away again; by hand it stays. So are teams and memberships. */
  'milestone.removed': lasting<Titled>({
    told: ({ title }) => `removed the milestone ${title}`,
    never: 'Create the milestone again instead.',
  }),
}
