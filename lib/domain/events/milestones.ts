import type { DestinationKind, MilestoneOutcome, SlipReason } from '../closing/reasons.ts'
import { sayDoText } from '../closing/say-do.ts'
import type { Change, NamedRef, PersonRef, TitledRef } from '../event-refs.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { WorkType } from '../labels.ts'
import type { Milestone, Shelf } from '../milestones.ts'
import { event, lasting } from './row.ts'

type Titled = { id: number; title: string }
type Days = Pick<Milestone, 'startOn' | 'dueOn'>

/** What became of an assigned issue, as it is frozen. */
export type FrozenData = {
  ref: number
  /** At the end; 0 for the original of a split, null for what had no weight. */
  weight: number | null
  /** The weight with which it came on the Build Board. */
  firstWeight: number | null
  team: NamedRef | null
  dri: PersonRef | null
  type: WorkType | null
  atStart: boolean
  /** When it came on the Build Board, in ISO 8601. */
  enteredAt: string
  onBoard: boolean
  outcome: MilestoneOutcome
}

/** What the closing adds to the outcome of an issue. */
export type SlipData = {
  ref: number
  /** Where it went; null where it had left or was closed by then. `milestone` is null for none. */
  destination: { kind: DestinationKind; milestone: TitledRef | null } | null
  slip: { reason: SlipReason; text: string } | null
}

/** Both in one, of milestones that were closed before freezing was an event of its own. */
export type ClosedData = Omit<FrozenData, 'firstWeight' | 'type' | 'onBoard'> & SlipData

/** `early`: by its closing, before the end of its due day. `frozenAt` in ISO 8601. */
type Frozen = { dueOn: PlainDate; frozenAt: string; early: boolean; issues: FrozenData[] }
type Kept = { assigned: number; completed: number }

export const milestoneEvents = {
  'milestone.created': event<Titled & Days & Pick<Milestone, 'kind'> & { slug: string; shelf: Shelf | null }>(
    {
      sentence: ({ title, startOn, dueOn }) =>
        `created the milestone ${title}${startOn && dueOn ? `, ${startOn} to ${dueOn}` : ''}`,
    },
  ),
  'milestone.edited': event<Change<Days & Pick<Milestone, 'title'>> & { id: number }>({
    sentence: ({ from, to }) => {
      const days = `${to.startOn ?? ''} to ${to.dueOn ?? ''}`
      const moved = from.startOn !== to.startOn || from.dueOn !== to.dueOn
      if (from.title === to.title) return `moved the milestone ${to.title} to ${days}`
      return `renamed the milestone ${from.title} to ${to.title}${moved ? `, ${days}` : ''}`
    },
  }),
  /** The whole text, as it was and as it is, so that no text is lost to those after its author. */
  'milestone.goals_edited': event<Titled & { goals: Change<string>; version: number }>({
    sentence: ({ title, goals }) =>
      `${goals.from === '' ? 'wrote' : goals.to === '' ? 'removed' : 'edited'} the goals of ${title}`,
    things: ({ id }) => [`milestone ${id} goals`],
  }),
  /** The outcome as of the end of the due day, or as of the closing where it was closed early; told when it was so. */
  'milestone.frozen': lasting<Titled & Frozen>({
    sentence: ({ title, issues }) => `recorded the outcome of ${title}: ${sayDoText(keptOf(issues))}`,
    // its title can be changed after it, and that undone
    things: ({ id }) => [`outcome ${id}`],
    never: 'The outcome of a milestone no longer changes.',
  }),
  /**
   * `slips` are missing where it was closed before freezing was an event of its own: what is there of `issues` was frozen
   * with it. What moved has events of its own in the same act.
   */
  'milestone.closed': lasting<Titled & { kept?: Kept; slips?: SlipData[]; issues?: ClosedData[] }>({
    sentence: ({ title, kept, issues }) => {
      const known = kept ?? (issues && keptOf(issues))
      return `closed the milestone ${title}${known ? `: ${sayDoText(known)}` : ''}`
    },
    never: 'Reopen the milestone instead.',
  }),
  /** `unfrozen`: it was closed early, and its outcome goes as well; missing where both were one. */
  'milestone.reopened': lasting<Titled & { unfrozen?: boolean }>({
    sentence: ({ title }) => `reopened the milestone ${title}`,
    never: 'Close the milestone again instead.',
  }),
  /** What was only just made is taken away again; by hand it stays. So are teams and memberships. */
  'milestone.removed': lasting<Titled>({
    sentence: ({ title }) => `removed the milestone ${title}`,
    never: 'Create the milestone again instead.',
  }),
}

/** How many of them were completed, as counts. */
export const keptOf = (issues: readonly Pick<FrozenData, 'outcome'>[]): Kept => ({
  assigned: issues.length,
  completed: issues.filter(({ outcome }) => outcome === 'completed').length,
})
