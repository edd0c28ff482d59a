import type { Change, NamedRef, PersonRef, TitledRef } from '../event-refs.ts'
import type { PlanningBlocks, PriorityKind } from '../planning-issue/blocks.ts'
import type { PlanningTemplate } from '../planning-issue/planning-template.ts'
import { event } from './row.ts'

type InMilestone = { milestone: TitledRef }

/** A priority of a milestone. Without teams, those of the work itself are meant. */
export type PriorityData = { kind: PriorityKind; number: number; teams: NamedRef[]; goal: string }

/** The data blocks as they were; an instant in ISO 8601, UTC. `by` is null where the clock did it. */
export type FreezeData = { at: string; by: PersonRef | null; blocks: PlanningBlocks }

/** Of the planning issue, which they name. */
export const planningIssueEvents = {
  /** `template` is the version from which it was made, 0 for the one that groups begin with. */
  'planning_issue.created': event<InMilestone & { template: number }>({
    sentence: ({ milestone }, it) => `made ${it} the planning issue of ${milestone.title}`,
    things: () => ['planning'],
  }),
  'planning_issue.priorities_set': event<InMilestone & Change<PriorityData[]>>({
    sentence: ({ milestone }) => `set the priorities of ${milestone.title}`,
    things: () => ['planning priorities'],
  }),
  'planning_issue.frozen': event<InMilestone & FreezeData>({
    sentence: ({ milestone }) => `froze the planning issue of ${milestone.title}`,
    things: () => ['planning freeze'],
  }),
  'planning_issue.unfrozen': event<InMilestone & FreezeData>({
    sentence: ({ milestone }) => `made the planning issue of ${milestone.title} live again`,
    things: () => ['planning freeze'],
  }),
  'planning_issue.posted': event<InMilestone & { comment: string }>({
    sentence: ({ milestone }) => `posted the capacity and the DRIs of ${milestone.title}`,
    things: ({ comment }) => [`comment ${comment} post`],
  }),
}

export const planningTemplateEvents = {
  /** `id` is the version that it became. */
  'planning_template.edited': event<Change<PlanningTemplate> & { id: number }>({
    sentence: ({ id }) => `edited the template of planning issues, version ${id}`,
    things: () => ['planning template'],
  }),
}
