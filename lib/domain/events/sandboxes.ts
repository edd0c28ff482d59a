import type { NamedRef, PersonRef, TitledRef } from '../event-refs.ts'
import type { SandboxChange } from '../sandbox/changes.ts'
import { changeText } from '../sandbox/text.ts'
import { event } from './row.ts'

/** `slug` is the word for it in addresses. */
export type SandboxRef = { id: number; slug: string; title: string }
/** A change as events tell it, with whom and what it names as they were called then. */
export type SandboxChangeData = SandboxChange<PersonRef, NamedRef>

type OfSandbox = { milestone: TitledRef; sandbox: SandboxRef }
/** `issue` is the one that it names, by which people who may not see that one do not see the event. */
type OfChange = OfSandbox & {
  id: number
  change: SandboxChangeData
  reason: string
  by: PersonRef | null
  /** The last event that its author could have known. */
  seen: number
  issue?: number
}
/** Changes that were left out when it was applied, by their ids. */
type Left = { leftOut: number[] }

const what = ({ sandbox, milestone }: OfSandbox) => `the what-if “${sandbox.title}” for ${milestone.title}`
const state = ({ sandbox }: OfSandbox) => [`sandbox ${sandbox.id} state`]
const part = ({ sandbox, id }: OfChange) => [`sandbox ${sandbox.id} change ${id}`]

export const sandboxEvents = {
  /** `base` is the last event that the plan knew when it was opened. */
  'sandbox.opened': event<OfSandbox & { base: number }>({
    sentence: (data) => `opened ${what(data)}`,
    things: ({ sandbox }) => [`sandbox ${sandbox.id}`],
  }),
  'sandbox.change_added': event<OfChange>({
    sentence: ({ sandbox, change }) => `added to the what-if “${sandbox.title}”: ${changeText(change)}`,
    things: part,
  }),
  'sandbox.change_removed': event<OfChange>({
    sentence: ({ sandbox, change }) => `removed from the what-if “${sandbox.title}”: ${changeText(change)}`,
    things: part,
  }),
  'sandbox.applied': event<OfSandbox & Left>({
    sentence: (data) => `applied ${what(data)}`,
    things: state,
  }),
  'sandbox.dropped': event<OfSandbox>({
    sentence: (data) => `dropped ${what(data)}`,
    things: state,
  }),
  /** What applying or dropping it taken back comes to; `from` is how it had ended. */
  'sandbox.reopened': event<OfSandbox & Left & { from: 'applied' | 'dropped' }>({
    sentence: (data) => `reopened ${what(data)}`,
    things: state,
  }),
}
