import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { BuildState } from './closing/build-spans.ts'
import type { BoardData } from './board-shapes.ts'
import type { GroupData } from './events/groups.ts'
import type { LabelData } from './events/labels.ts'
import type { FrozenData, SlipData } from './events/milestones.ts'
import type { RoleTerms } from './events/people.ts'
import type { FindingCount } from './events/reports.ts'
import type { Line, TeamTexts } from './events/teams.ts'
import type { TimeOffData } from './events/time-off.ts'
import type { WorkingTimeData } from './events/working-times.ts'
import type { CloseReason, IssueKind } from './issues.ts'
import { type CapacityState, emptyCapacity } from './replay-capacity-state.ts'
import { emptyModels, type ModelsState } from './replay-models.ts'
import { type CadenceState, emptyCadence } from './replay-cadence.ts'
import { emptyHands, type HandsState } from './replay-hands.ts'
import { emptyPlanning, type PlanningState } from './replay-planning-state.ts'
import { emptyPlan, type PlanState } from './replay-plan.ts'
import { emptySyncs, type SyncsState } from './replay-syncs.ts'
import { emptyUpdates, type UpdatesState } from './replay-updates.ts'
import { emptyRetrospectives, type RetrospectivesState } from './replay-retrospectives.ts'
import type { PushBackState } from './replay-push-backs-state.ts'
import type { SandboxChangeState, SandboxState } from './replay-sandboxes-state.ts'
import type { FactValues } from './facts/values.ts'
import type { Milestone, Shelf } from './milestones.ts'
import type { Role } from './permissions.ts'
import type { Order } from './rank.ts'
import type { Unclaimed } from './unclaimed.ts'
import type { Need } from './wait.ts'

/** A wait of a blocked issue; `until` is null while it lasts. */
export type Wait = Need & { since: Date; until: Date | null; by: string | null }
/** How long a label was carried that came off. */
export type LabelSpan = { label: string; from: Date; to: Date }

export type IssueState = FactValues & {
  number: number
  kind: IssueKind
  title: string
  description: string
  version: number
  state: 'open' | 'closed'
  closeReason: CloseReason | null
  closedAt: Date | null
  milestone: string | null
  epic: number | null
  team: string | null
  /** The model that it adds. */
  model: string | null
  weight: number | null
  dri: string | null
  /** Who was asked to take over, and has not answered. */
  offeredTo: string | null
  spikeScope: string | null
  ranks: Record<Order, string>
  author: string | null
  createdAt: Date
  /** Since when it carries each label, by the label's id; and who works on it, by theirs. */
  labels: Map<string, Date>
  assignees: Map<string, Date>
  spans: LabelSpan[]
  waits: Wait[]
  /** That no one volunteered, by the id of the record. */
  unclaimed: Map<number, Unclaimed & { at: Date; by: string | null }>
}

export type EpicState = {
  number: number
  title: string
  description: string
  version: number
  techLead: string | null
  /** Who was asked to take over, and has not answered. */
  offeredTo: string | null
  closedAt: Date | null
}
export type MilestoneState = Pick<Milestone, 'title' | 'startOn' | 'dueOn'> & {
  slug: string
  shelf: Shelf | null
  closedAt: Date | null
  frozenAt: Date | null
  goals: string
  goalsVersion: number
}
/** What became of an issue in a milestone that is over; of what was closed with it, the first weight and the type are not known. */
export type OutcomeState = Omit<FrozenData, 'ref'> & { frozenAt: Date }
/** What the closing of the milestone added to it. */
export type SlipState = Omit<SlipData, 'ref'> & { closedAt: Date }
export type LabelState = Omit<LabelData, 'id' | 'sample'>
export type TeamState = TeamTexts & { slug: string; position: number }
export type MembershipState = {
  person: string
  team: number
  kind: string
  /** Percent of the person's working time. */
  share: number
  from: PlainDate
  to: PlainDate | null
}
export type WorkingTimeState = WorkingTimeData & { person: string; from: PlainDate }
export type AreaState = { team: number; name: string; description: string; position: number }

/** Everything that events tell of a group, by id. */
export type GroupState = CapacityState &
  PlanningState &
  UpdatesState &
  ModelsState &
  HandsState &
  RetrospectivesState &
  CadenceState &
  SyncsState &
  PlanState & {
    facts: GroupData | null
    issues: Map<number, IssueState>
    /** “12 blocks 13”; what has no direction begins with the smaller number. */
    links: Set<string>
    epics: Map<number, EpicState>
    milestones: Map<number, MilestoneState>
    /** By milestone and issue. */
    outcomes: Map<string, OutcomeState>
    slips: Map<string, SlipState>
    /** When issues were on a Build Board, and by which labels they are there. */
    build: BuildState
    labels: Map<number, LabelState>
    boards: Map<number, BoardData>
    teams: Map<number, TeamState>
    areas: Map<number, AreaState>
    boundaries: Map<number, Line & { position: number }>
    /** By person, then by role. */
    roles: Map<string, Map<Role, RoleTerms>>
    memberships: Map<number, MembershipState>
    timeOff: Map<number, TimeOffData & { person: string }>
    /** When a person said that their days in a milestone are right, by `confirmationKey`. */
    confirmations: Map<string, string>
    /** By person and first day. */
    workingTimes: Map<string, WorkingTimeState>
    /** By day, how it is called. */
    daysOff: Map<PlainDate, string>
    /** By Monday and finding. */
    reportCounts: Map<string, Pick<FindingCount, 'issues' | 'confidential'>>
    sandboxes: Map<number, SandboxState>
    sandboxChanges: Map<number, SandboxChangeState>
    pushBacks: Map<number, PushBackState>
  }

export const emptyGroup = (): GroupState => ({
  facts: null,
  issues: new Map(),
  links: new Set(),
  epics: new Map(),
  milestones: new Map(),
  outcomes: new Map(),
  slips: new Map(),
  build: { asked: null, spans: new Map(), mistakes: new Map() },
  labels: new Map(),
  boards: new Map(),
  teams: new Map(),
  areas: new Map(),
  boundaries: new Map(),
  roles: new Map(),
  memberships: new Map(),
  timeOff: new Map(),
  confirmations: new Map(),
  workingTimes: new Map(),
  daysOff: new Map(),
  reportCounts: new Map(),
  sandboxes: new Map(),
  sandboxChanges: new Map(),
  pushBacks: new Map(),
  ...emptyCapacity(),
  ...emptyPlanning(),
  ...emptyHands(),
  ...emptyRetrospectives(),
  ...emptyCadence(),
  ...emptySyncs(),
  ...emptyPlan(),
  ...emptyUpdates(),
  ...emptyModels(),
})
