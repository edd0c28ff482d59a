import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { BoardKept } from './board-shapes.ts'
import type { GroupKept } from './events/groups.ts'
import type { LabelKept } from './events/labels.ts'
import type { RoleTerms } from './events/people.ts'
import type { Line, TeamWords } from './events/teams.ts'
import type { CloseReason, IssueKind } from './issues.ts'
import type { FactsKept } from './facts/kept.ts'
import type { Milestone, Shelf } from './milestones.ts'
import type { Role } from './permissions.ts'
import type { Order } from './rank.ts'
import type { Need } from './wait.ts'

/** A wait of a blocked issue; `until` is null while it lasts. */
export type Wait = Need & { since: Date; until: Date | null; by: string | null }
/** How long a label was carried that came off. */
export type LabelSpan = { label: string; from: Date; to: Date }

export type IssueState = FactsKept & {
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
}

export type EpicState = {
  number: number
  title: string
  description: string
  version: number
  techLead: string | null
  closedAt: Date | null
}
export type MilestoneState = Pick<Milestone, 'title' | 'startOn' | 'dueOn'> & {
  slug: string
  shelf: Shelf | null
  closedAt: Date | null
}
export type LabelState = Omit<LabelKept, 'id' | 'sample'>
export type TeamState = TeamWords & { slug: string; position: number }
export type MembershipState = {
  person: string
  team: number
  kind: string
  /** Percent of the person's working time. */
  share: number
  from: PlainDate
  to: PlainDate | null
}
export type AreaState = { team: number; name: string; description: string; position: number }

/** Everything that events tell of a group, by id. */
export type GroupState = {
  facts: GroupKept | null
  issues: Map<number, IssueState>
  /** “12 blocks 13”; what has no direction begins with the smaller number. */
  links: Set<string>
  epics: Map<number, EpicState>
  milestones: Map<number, MilestoneState>
  labels: Map<number, LabelState>
  boards: Map<number, BoardKept>
  teams: Map<number, TeamState>
  areas: Map<number, AreaState>
  boundaries: Map<number, Line & { position: number }>
  /** By person, then by role. */
  roles: Map<string, Map<Role, RoleTerms>>
  memberships: Map<number, MembershipState>
}

export const emptyGroup = (): GroupState => ({
  facts: null,
  issues: new Map(),
  links: new Set(),
  epics: new Map(),
  milestones: new Map(),
  labels: new Map(),
  boards: new Map(),
  teams: new Map(),
  areas: new Map(),
  boundaries: new Map(),
  roles: new Map(),
  memberships: new Map(),
})
