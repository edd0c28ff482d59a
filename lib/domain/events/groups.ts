import type { Change } from '../event-refs.ts'
import { event, lasting, listed } from './row.ts'

/** The facts of a group that its settings change. */
export type GroupKept = {
  name: string
  summary: string
  vision: string
  mission: string
  channel: string
  namespace: string
  zone: string
  daysPerWeight: number
  focusFactor: number
  channels: { name: string; purpose: string }[]
  cadence: { activity: string; frequency: string; owner: string }[]
}

/** Everything that went with it, by number and id; `people` are those whose roles went. */
type SampleRemoved = {
  issues: number[]
  epics: number[]
  milestones: number[]
  labels: number[]
  people: string[]
}

export const groupEvents = {
  'group.created': lasting<{ name: string; facts: GroupKept }>({
    told: ({ name }) => `created the group ${name}`,
    never: 'A group cannot be removed.',
  }),
  /** `changed`: what the facts in `from` and `to` are called. */
  'group.changed': event<{ changed: string[] } & Change<Partial<GroupKept>>>({
    told: ({ changed }) => `changed the ${listed(changed) || 'settings'} of the group`,
    things: ({ changed }) => changed.map((field) => `group ${field}`),
  }),
  'sample.removed': lasting<SampleRemoved>({
    told: () => 'removed the sample data',
    never: 'The sample data is permanently removed.',
  }),
}
