import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { Mix } from '../plan/mix.ts'
import type { Change } from '../event-refs.ts'
import { event, lasting, listed } from './row.ts'
import type { ReopenedOf } from './time-off.ts'

/** The facts of a group that its settings change. */
export type GroupData = {
  name: string
  summary: string
  vision: string
  mission: string
  channel: string
  namespace: string
  zone: string
  daysPerWeight: number
  focusFactor: number
  country: string
  region: string
  triageShare: number
  /** When the refinement issue of a week is made: 1 = Monday … 7 = Sunday, null for never; and the hour, 0–23. */
  refinementDay: number | null
  refinementHour: number
  /** When status updates are due: 1 = Monday … 7 = Sunday. */
  updateDay: number
  /** The weekly sync: 1 = Monday … 7 = Sunday, null for none; from when, HH:MM in the zone of the group; how long, in minutes. */
  syncDay: number | null
  syncTime: string
  syncMinutes: number
  /** How work shall divide by type; null where the group has not said so. */
  mix: Mix | null
  channels: { name: string; purpose: string }[]
  cadence: { activity: string; frequency: string; owner: string }[]
}

/** Everything that went with it, by number and id; `people` are those whose roles went. */
type SampleRemoved = {
  issues: number[]
  epics: number[]
  /** Absent in older events. */
  syncs?: number[]
  syncPoints?: number[]
  milestones: number[]
  labels: number[]
  people: string[]
  /** Absent where it was removed before the group had working times. */
  workingTimes?: { person: string; from: PlainDate }[]
  daysOff?: PlainDate[]
  /** Absent in older events. */
  timeOff?: number[]
  /** The Mondays of counts of the triage report. Absent in older events. */
  reportCounts?: PlainDate[]
  /** Absent where it was removed before the sample had capacity; milestones and teams by their ids. */
  capacity?: {
    duties: { team: string; weekOn: PlainDate }[]
    overrides: {
      milestone: string
      person: string
      team: string | null
      weekOn: PlainDate | null
      term: string
    }[]
    confirmations: { milestone: number; person: string }[]
    /** Milestones whose lanes went. */
    lanes: string[]
  }
  /** Absent where it was removed before the sample had a plan: milestones and steps of notes, milestones of sessions. */
  plan?: { notes: string[]; sessions: string[] }
  /** Absent in older events. */
  models?: number[]
  sandboxes?: number[]
  /** Public links to the briefs of milestones that went. Absent in older events. */
  shares?: number[]
  /** Absent in older events. */
  pushBacks?: number[]
  /** By month. */
  retrospectives?: string[]
  /** Absent in older events. */
  activities?: number[]
}

export const groupEvents = {
  'group.created': lasting<{ name: string; facts: GroupData }>({
    sentence: ({ name }) => `created the group ${name}`,
    never: 'A group cannot be removed.',
  }),
  /**
   * `changed`: what the facts in `from` and `to` are called; `reopened`: confirmations of capacity that no longer hold, missing
   * in older events.
   */
  'group.changed': event<{ changed: string[]; reopened?: ReopenedOf[] } & Change<Partial<GroupData>>>({
    sentence: ({ changed }) => `changed the ${listed(changed) || 'settings'} of the group`,
    things: ({ changed }) => changed.map((field) => `group ${field}`),
  }),
  'sample.removed': lasting<SampleRemoved>({
    sentence: () => 'removed the sample data',
    never: 'The sample data is permanently removed.',
  }),
}
