import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { BoardKind, LaneId } from './boards.ts'
import type { BoardKept } from './board-shapes.ts'
import type { CloseReason, Health } from './issues.ts'
import type { LinkRole } from './links.ts'
import type { Milestone } from './milestones.ts'
import type { Role } from './permissions.ts'
import type { Template } from './templates.ts'
import type { Need, WaitChange } from './wait.ts'

/**
 * The closed vocabulary of what can happen. One change is one event, written in the transaction of the change.
 * Each names what it touches by id, which is what replay reads, and by the name it bore then, which is what people read.
 * The subject (the issue, the epic, the milestone …), the actor and the instant belong to the event itself.
 */
export type PersonRef = { id: string; name: string }
/** The meaning at that moment, so that what the label stood for can be replayed after a change of settings. */
export type LabelRef = { id: string; title: string; meaning?: string | null }
export type TitledRef = { id: string; title: string }
export type NamedRef = { id: string; name: string }

type Change<T> = { from: T; to: T }
type LabelsChanged = { added: LabelRef[]; removed: LabelRef[] }
type Empty = Record<string, never>
/** From lane to lane, and from rank to rank: what it takes to replay a move, and to take it back. */
type Moved = {
  board: TitledRef
  from: { id: LaneId; title: string }
  to: { id: LaneId; title: string }
  rank: string
  fromRank: string
  /** Crowded neighbours got new ranks too, in the same order. */
  spread?: boolean
}

/**
 * `because` is said when an epic closed or opened by itself, over what became of `issue`: whoever may not see that one
 * is not told why, nor is anybody who may not see everything where no issue is named.
 */
type ByItself = { because?: string; issue?: number }

type HandingOver = { from: PersonRef; to: PersonRef }

/** `twin`: told on the other issue for its own history; whoever takes the link back takes back the first of the two. */
type Linked = { role: LinkRole; other: number; twin?: boolean }

type IssueEvents = {
  'issue.created': {
    number: number
    title: string
    labels: LabelRef[]
    milestone: TitledRef | null
    weight: number | null
    dri?: PersonRef | null
    assignees?: PersonRef[]
    epic?: TitledRef | null
    team?: NamedRef | null
    dueOn?: PlainDate | null
    confidential?: boolean
    mentioned?: string[]
  } & Pick<WaitChange, 'blocked'>
  /** The texts that changed, as they were and as they are, so that nobody's words are lost to those after them. */
  'issue.edited': {
    title?: Change<string>
    description?: Change<string>
    /** The version that the texts have now. */
    version: number
    mentioned: string[]
  }
  /** One act, both sides explicit: a label that displaces another of its scope is an entry in each list. */
  'issue.labels_changed': LabelsChanged & WaitChange
  'issue.milestone_set': Change<TitledRef | null>
  'issue.weighed': Change<number | null>
  'issue.assigned': { added: PersonRef[]; removed: PersonRef[] }
  /** `assigned`: whoever took it was not an assignee before; `unassigned`: whoever let go of it was one. */
  'issue.dri_taken': { person: PersonRef; assigned: boolean }
  'issue.dri_released': { person: PersonRef; unassigned: boolean }
  'issue.dri_assigned': { from: PersonRef | null; to: PersonRef; context: string }
  /** At once, by the EM's word; `asked` was asked to take over before, and need not answer any more. */
  'issue.handed_over': { from: PersonRef | null; to: PersonRef; context: string; asked?: PersonRef }
  /** Until it is accepted, `from` stays the DRI. `by` offered it. */
  'issue.hand_over_offered': HandingOver & { context: string }
  'issue.hand_over_accepted': HandingOver & { by: PersonRef; context: string }
  'issue.hand_over_declined': HandingOver & { by: PersonRef; reason: string }
  'issue.hand_over_withdrawn': HandingOver
  'issue.ranked': Moved
  /** One move on a board, with everything it changed. */
  'issue.moved': Moved &
    LabelsChanged &
    WaitChange & { closed?: CloseReason; reopened?: boolean; was?: CloseReason | null }
  'issue.closed': { reason: CloseReason } & WaitChange
  'issue.reopened': { was: CloseReason | null } & WaitChange
  /** What a blocked issue waits for, said anew. */
  'issue.wait_set': Change<Need>
  'issue.epic_set': Change<TitledRef | null>
  'issue.team_set': Change<NamedRef | null>
  /** `comment` is the comment's id; `mentioned` are the handles that were not mentioned there before. */
  'issue.commented': { comment: string; mentioned?: string[] }
  'issue.comment_edited': Change<string> & { comment: string; mentioned: string[] }
  /** The words are gone with the comment, as whoever takes back what should not have been said wants it. */
  'issue.comment_taken_back': { comment: string }
  'issue.comment_reacted': { comment: string; emoji: string; on: boolean }
  /** Whoever was mentioned answered those who did it; `comment` is the one that was replied with, or reacted to. */
  'issue.mention_acknowledged': { by: PersonRef[]; how: 'reply' | 'reaction'; comment: string }
  'issue.due_set': Change<PlainDate | null>
  'issue.health_set': Change<Health | null>
  'issue.confidential_set': { to: boolean }
  'issue.spike_scope_set': Change<string | null>
  /** Each of two linked issues has an event of its own. Whoever may not see `other` does not see the event either. */
  'issue.linked': Linked
  'issue.unlinked': Linked
  /** The numbers of the pieces, each of which has its own event of creation just before. */
  'issue.split': { into: number[] }
}

/** Of an issue too, which they name; they touch nothing of it but the weight on which people agree in the end. */
type WeighingEvents = {
  /** `asked` are handles, for whoever tells them. */
  'weighing.opened': { asked: string[]; people: PersonRef[] }
  /** Who it was is the actor; what they said is not told before the reveal, and not in this event. */
  'weighing.voted': { again: boolean }
  'weighing.revealed': { weights: { person: PersonRef; weight: number }[] }
  'weighing.agreed': { weight: number }
  'weighing.abandoned': Empty
}

/**
 * What is no issue's. `id`, `was` and `kept` are what it takes to take the act back: which row it was, what stood there
 * before, and what a row that is gone held. Events of before they were written have none of them.
 */
type OtherEvents = {
  'epic.created': { number: number; title: string }
  'epic.edited': { number: number; title?: Change<string>; description?: Change<string>; version: number }
  'epic.tech_lead_set': Change<PersonRef | null> & { number: number; title: string }
  'epic.closed': { number: number; title: string } & ByItself
  'epic.reopened': { number: number; title: string } & ByItself
  'milestone.created': Pick<Milestone, 'title' | 'kind' | 'startOn' | 'dueOn'> & { id?: number }
  'milestone.edited': Change<Pick<Milestone, 'title' | 'startOn' | 'dueOn'>> & { id?: number }
  'milestone.closed': { title: string; id?: number }
  'label.created': { title: string; meaning: string | null; id?: number }
  'label.renamed': Change<string> & { id?: number }
  'template.created': Template & { id?: number }
  'template.edited': Change<Template> & { id?: number }
  'template.removed': Template & { id?: number; position?: number }
  /** `changed`: of its hue, description and meaning; the meaning is told, because replay reads it. */
  'label.changed': {
    title: string
    changed: string[]
    meaning?: Change<string | null>
    id?: number
    was?: { description: string; hue: number; meaning: string | null }
  }
  'label.removed': {
    title: string
    meaning: string | null
    id?: number
    kept?: { description: string; hue: number; sample: boolean }
  }
  'board.created': { title: string; kind: BoardKind; board?: TitledRef }
  'board.edited': { board: TitledRef; was: string; changed: string[]; kept?: BoardKept }
  'board.removed': { board: TitledRef; kept?: BoardKept }
  /** `behind`: the slug of the board that it stood behind; null where it was the first. */
  'board.placed': { board: TitledRef; behind?: string | null }
  'view.saved': { title: string; place: string; id?: number }
  'view.changed': Change<string> & { id?: number; query?: Change<string> }
  'view.removed': { title: string; id?: number; kept?: { place: string; query: string } }
  'group.created': { name: string }
  'person.joined': { person: PersonRef }
  'person.left': { person: PersonRef; kept?: Stay }
  'role.given': { person: PersonRef; role: Role }
  'role.changed': {
    person: PersonRef
    role: Role
    title: string
    acting: boolean
    was?: Omit<RoleKept, 'role'>
  }
  'role.taken': { person: PersonRef; role: Role; kept?: Omit<RoleKept, 'role'> }
  /** Without the address: the ledger is for everybody, and forever. */
  'invitation.created': { id: number; role: Role; person?: PersonRef }
  'invitation.revoked': { id: number; role: Role }
  /** `known`: they were in the group, and can sign in from now on. */
  'invitation.accepted': { id: number; person: PersonRef; role: Role; known?: boolean }
  'team.created': { name: string; slug?: string }
  'membership.started': {
    person: PersonRef
    team: NamedRef
    kind: 'main' | 'supporting'
    /** Percent of the person's working time. */
    share: number
    startsOn: PlainDate
    id?: number
  }
  'membership.changed': {
    person: PersonRef
    team: NamedRef
    kind: 'main' | 'supporting'
    share: number
    startsOn: PlainDate
    endsOn: PlainDate | null
    id?: number
    was?: { kind: 'main' | 'supporting'; percent: number; from: PlainDate; to: PlainDate | null }
  }
  /** `changed`: of its name, purpose and note. */
  'team.changed': {
    name: string
    changed: string[]
    slug?: string
    was?: { name: string; purpose: string; note: string }
  }
  /** `before`: the slug of the team that it came before until then, null where it was the last. */
  'team.placed': { name: string; slug: string; before: string | null }
  'scope_area.changed': {
    team: NamedRef
    name: string
    id?: number
    was?: { name: string; description: string }
  }
  /** `before`: the area that it stood before; null where it was the last. */
  'scope_area.moved': { team: NamedRef; name: string; id?: number; before?: number | null }
  'scope_area.removed': {
    team: NamedRef
    name: string
    id?: number
    kept?: { description: string; position: number }
  }
  'boundary.changed': { area: string; owner: string; id?: number; was?: Line }
  'boundary.removed': { area: string; owner: string; id?: number; kept?: Line & { position: number } }
  'scope_area.added': { team: NamedRef; name: string; id?: number }
  'boundary.drawn': { area: string; owner: string; id?: number }
  /** A change of the zone is told, because it moves the ends of days. */
  'group.changed': { changed: string[]; zone?: Change<string>; was?: Partial<GroupKept> }
  'sample.removed': Empty
  /** What was only just made is taken away again; by hand these stay. */
  'team.removed': { name: string; kept?: TeamKept }
  'milestone.removed': { title: string }
  'milestone.reopened': { title: string; id: number }
  'membership.removed': { person: PersonRef; team: NamedRef }
}

export type TeamKept = { id: number; slug: string; purpose: string; note: string; position: number }
/** A boundary as it stood; `teamId` is our team that faces the owner. */
export type Line = {
  area: string
  owner: string
  relationship: string
  sentence: string
  teamId: number | null
  /** The owner, where it is a group of the installation. */
  ownerGroupId: number | null
}
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
export type RoleKept = { role: Role; acting: boolean; title: string }
/** What somebody was in the group when they left it: their roles, and the memberships that ended or never began. */
export type Stay = {
  roles: RoleKept[]
  ended: { id: number; to: PlainDate | null }[]
  dropped: {
    id: number
    teamId: number
    kind: string
    share: number
    from: PlainDate
    to: PlainDate | null
  }[]
}

type Events = IssueEvents & WeighingEvents & OtherEvents

export type EventType = keyof Events
export type IssueEventType = keyof IssueEvents
export type EventData<T extends EventType> = Events[T]
/** Any event as a pair that TypeScript can tell apart by its type. */
export type AnyEvent = { [T in EventType]: { type: T; data: EventData<T> } }[EventType]

export function isIssueEvent(type: EventType): type is IssueEventType {
  return type.startsWith('issue.')
}
