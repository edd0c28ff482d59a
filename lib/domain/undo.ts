import type { Refusal } from '#lib/kit/refusal.ts'

import type { AnyEvent, EventType } from './events.ts'

/** Facts of one value each: taking one back is putting in what was there before. */
type Fact = 'epic' | 'team' | 'due' | 'health' | 'confidential' | 'spike_scope' | 'wait'

/** What an act changed of its issue, so that two acts that changed the same thing can be told. */
type Thing =
  | 'labels'
  | 'place'
  | 'state'
  | 'milestone'
  | 'weight'
  | 'dri'
  | 'assignees'
  | 'title'
  | 'description'
  | Fact

const TOUCHES: Partial<Record<EventType, readonly Thing[]>> = {
  'issue.moved': ['labels', 'state', 'place'],
  'issue.ranked': ['place'],
  'issue.labels_changed': ['labels'],
  'issue.milestone_set': ['milestone'],
  'issue.weighed': ['weight'],
  'issue.assigned': ['assignees'],
  'issue.dri_taken': ['dri', 'assignees'],
  'issue.dri_released': ['dri', 'assignees'],
  'issue.dri_assigned': ['dri'],
  'issue.handed_over': ['dri'],
  'issue.hand_over_offered': ['dri'],
  'issue.hand_over_accepted': ['dri'],
  'issue.hand_over_declined': ['dri'],
  'issue.hand_over_withdrawn': ['dri'],
  'issue.closed': ['state'],
  'issue.reopened': ['state'],
  'issue.epic_set': ['epic'],
  'issue.team_set': ['team'],
  'issue.due_set': ['due'],
  'issue.health_set': ['health'],
  'issue.confidential_set': ['confidential'],
  'issue.spike_scope_set': ['spike_scope'],
  'issue.wait_set': ['wait'],
}

/** Acts that can be taken back; a hand-over that was accepted is made again instead, with context. */
const UNDOABLE: ReadonlySet<EventType> = new Set<EventType>([
  'issue.moved',
  'issue.ranked',
  'issue.labels_changed',
  'issue.milestone_set',
  'issue.weighed',
  'issue.assigned',
  'issue.dri_taken',
  'issue.dri_released',
  'issue.hand_over_offered',
  'issue.closed',
  'issue.reopened',
  'issue.edited',
  'issue.epic_set',
  'issue.team_set',
  'issue.due_set',
  'issue.health_set',
  'issue.confidential_set',
  'issue.spike_scope_set',
  'issue.wait_set',
  'issue.linked',
  'issue.unlinked',
])

/** Why some acts are never taken back in one step, and what one does instead. */
const NEVER: Partial<Record<EventType, string>> = {
  'issue.created': 'What was created stays: close the issue instead.',
  'issue.commented': 'What was said was read: edit the comment instead.',
  'issue.comment_edited': 'The text before stands in the history of the comment: edit it again.',
  'issue.comment_reacted': 'Press the emoji once more instead.',
  'issue.mention_acknowledged': 'Whoever asked has seen that you answered.',
  'issue.dri_assigned': 'A DRI is changed by a hand-over, with context.',
  'issue.handed_over': 'A hand-over is made again the other way, with context.',
  'issue.hand_over_accepted': 'A hand-over is made again the other way, with context.',
  'issue.hand_over_declined': 'Whoever asked has read it: ask them to hand it over again.',
  'issue.hand_over_withdrawn': 'Hand it over again instead.',
  'issue.split': 'The pieces are issues of their own by now: close those that are too many.',
  'weighing.opened': 'Those asked were told: give the weighing up instead.',
  'weighing.voted': 'Vote again as long as nothing is revealed.',
  'weighing.revealed': 'What was seen cannot be hidden again.',
  'weighing.agreed': 'Set another weight instead.',
  'weighing.abandoned': 'Ask for weights anew instead.',
}

const ONE_DAY = 86_400_000

type Act = { type: EventType; mine: boolean; at: Date; now: Date }

export function whyNotUndo({ type, mine, at, now }: Act): Refusal | null {
  if (!mine) return { code: 'not_yours', because: 'Only whoever did it can take it back.' }
  if (!UNDOABLE.has(type))
    return {
      code: 'not_undoable',
      because: NEVER[type] ?? 'This act cannot be taken back in one step.',
    }
  if (now.getTime() - at.getTime() > ONE_DAY) {
    return { code: 'too_old', because: 'It is more than a day old: make the change again by hand.' }
  }
  return null
}

/** Whether a later event changed the same thing: then taking the earlier one back would undo somebody else's act. */
export function conflicts(earlier: AnyEvent, later: AnyEvent): boolean {
  const things = thingsOf(earlier)
  return thingsOf(later).some((thing) => things.includes(thing))
}

function thingsOf(event: AnyEvent): readonly Thing[] {
  if (event.type !== 'issue.edited') return TOUCHES[event.type] ?? []
  return (['title', 'description'] as const).filter((text) => event.data[text])
}

type Done = AnyEvent & { number: number; actorId: string | null; issue: number | null }

/** The first act that changed the same thing of the same issue later; while it stands, the earlier one stays. */
export function changedSince<T extends Done>(earlier: Done, later: readonly T[]): T | null {
  return (
    later.find(
      (one) => one.number > earlier.number && one.issue === earlier.issue && conflicts(earlier, one),
    ) ?? null
  )
}
