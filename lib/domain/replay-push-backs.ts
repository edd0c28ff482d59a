import type { Recorded } from './events.ts'
import type { PushBackKind, PushedWork } from './push-back-terms.ts'
import { change } from './replay-maps.ts'
import type { WorkKey } from './replay-push-backs-state.ts'
import type { GroupState } from './replay-state.ts'

const keyOf = ({ kind, key }: PushedWork): WorkKey => ({ kind, key })

/** What an event makes of the push-backs, each known by the number of the event that raised it. */
export function applyToPushBacks({ pushBacks }: GroupState, event: Recorded): void {
  const { number, happenedAt: at, actorId: by } = event
  switch (event.type) {
    case 'push_back.raised': {
      const { subject, reason, protects, wouldChange, revisitOn } = event.data
      pushBacks.set(number, {
        subject: keyOf(subject),
        reason,
        protects: protects.map(keyOf),
        wouldChange,
        revisitOn,
        raisedBy: by,
        raisedAt: at,
        state: 'open',
        note: '',
        decidedBy: null,
        decidedAt: null,
        version: number,
      })
      return
    }
    case 'push_back.decided': {
      const { state, note, revisitOn } = event.data.to
      const decided = { state, note, revisitOn, decidedBy: by, decidedAt: at, version: number }
      return change(pushBacks, event.data.pushBack, decided)
    }
    case 'push_back.withdrawn':
      pushBacks.delete(event.data.pushBack)
      return
    // What the manager takes off a milestone that runs is pushed back and accepted in one act.
    case 'issue.pushed_back':
      pushBacks.set(number, {
        subject: { kind: 'issue', key: String(event.issue) },
        reason: event.data.reason,
        protects: [],
        wouldChange: '',
        revisitOn: null,
        raisedBy: by,
        raisedAt: at,
        state: 'accepted',
        note: '',
        decidedBy: by,
        decidedAt: at,
        version: number,
      })
      return
    case 'milestone.removed':
      return removeFromPushBacks({ pushBacks }, (one) => isWork(one, 'milestone', [event.data.id]))
    default:
  }
}

const isWork = ({ kind, key }: WorkKey, of: PushBackKind, keys: readonly number[]) =>
  kind === of && keys.includes(Number(key))

/** A push-back goes with its work; of what it protects, what is gone is left out. */
export function removeFromPushBacks(
  { pushBacks }: Pick<GroupState, 'pushBacks'>,
  isGone: (work: WorkKey) => boolean,
): void {
  for (const [id, one] of pushBacks) {
    if (isGone(one.subject)) pushBacks.delete(id)
    else one.protects = one.protects.filter((work) => !isGone(work))
  }
}

export const isGoneWith =
  (gone: { issues: number[]; epics: number[]; milestones: number[] }) =>
  (work: WorkKey): boolean =>
    isWork(work, 'issue', gone.issues) ||
    isWork(work, 'epic', gone.epics) ||
    isWork(work, 'milestone', gone.milestones)
