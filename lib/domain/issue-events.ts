import type { LaneId } from './boards.ts'
import type { Change, Empty, LabelRef, NamedRef, PersonRef, TitledRef } from './event-refs.ts'
import type { FactEvents, FactsKept } from './facts/kept.ts'
import type { CloseReason, IssueKind } from './issues.ts'
import type { LinkRole } from './links.ts'
import type { Order } from './rank.ts'
import type { Need, WaitChange } from './wait.ts'

type LabelsChanged = { added: LabelRef[]; removed: LabelRef[] }

/** From lane to lane, and from rank to rank in the order of the board: what it takes to replay a move, and to take it back. */
type Moved = {
  board: TitledRef
  from: { id: LaneId; title: string }
  to: { id: LaneId; title: string }
  order: Order
  rank: string
  fromRank: string
  /** Crowded neighbours got new ranks too, in the same order. They keep them, whatever becomes of the move. */
  spread?: Spread[]
}
export type Spread = { issue: number; from: string; to: string }

type HandingOver = { from: PersonRef; to: PersonRef }
type Linked = { role: LinkRole; other: number }

export type IssueEvents = FactEvents & {
  /** All that is known of it when it begins. */
  'issue.created': {
    number: number
    kind: IssueKind
    title: string
    description: string
    labels: LabelRef[]
    milestone: TitledRef | null
    weight: number | null
    dri: PersonRef | null
    assignees: PersonRef[]
    epic: TitledRef | null
    team: NamedRef | null
    spikeScope: string | null
    /** Its place in each order. */
    ranks: Record<Order, string>
    mentioned: string[]
  } & FactsKept &
    Pick<WaitChange, 'blocked'>
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
  'issue.handed_over': { from: PersonRef | null; to: PersonRef; context: string; asked: PersonRef | null }
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
  'issue.commented': { comment: string; mentioned: string[] }
  'issue.comment_edited': Change<string> & { comment: string; mentioned: string[] }
  /** The words are gone with the comment, as whoever takes back what should not have been said wants it. */
  'issue.comment_taken_back': { comment: string }
  'issue.comment_reacted': { comment: string; emoji: string; on: boolean }
  /** Whoever was mentioned answered those who did it; `comment` is the one that was replied with, or reacted to. */
  'issue.mention_acknowledged': { by: PersonRef[]; how: 'reply' | 'reaction'; comment: string }
  'issue.spike_scope_set': Change<string | null>
  /** Each of two linked issues has an event of its own. Whoever may not see `other` does not see the event either. */
  'issue.linked': Linked
  'issue.unlinked': Linked
  /** The numbers of the pieces, each of which has its own event of creation just before. */
  'issue.split': { into: number[] }
}

/** Of an issue too, which they name; they touch nothing of it but the weight on which people agree in the end. */
export type WeighingEvents = {
  /** `asked` are handles, for whoever tells them. */
  'weighing.opened': { asked: string[]; people: PersonRef[] }
  /** Who it was is the actor; what they said is not told before the reveal, and not in this event. */
  'weighing.voted': { again: boolean }
  'weighing.revealed': { weights: { person: PersonRef; weight: number }[] }
  'weighing.agreed': { weight: number }
  'weighing.abandoned': Empty
}
