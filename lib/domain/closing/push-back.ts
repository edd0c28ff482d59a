import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { Refusal } from '#lib/kit/refusal.ts'
import type { CloseReason, IssueKind } from '../issues.ts'
import type { LabelFact } from '../labels.ts'
import { may, type Actor } from '../permissions.ts'
import { askedLabels, buildBoardOf } from './build-spans.ts'

type Left = { title: string; startOn: PlainDate | null; frozen: boolean }

/**
 * Law 10: "An issue that enters and leaves within M with an accepted push-back counts as reprioritised."
 *
 * @param left the milestone whose Build Board it left; null where it left none
 */
export function whyNotPushBack(left: Left | null, today: PlainDate, reason: string): Refusal | null {
  if (left === null || left.startOn === null)
    return {
      code: 'not_on_board',
      because: 'It did not leave a Build Board. A push-back needs a Deliverable to take off.',
    }
  if (today < left.startOn)
    return {
      code: 'not_started',
      because: `${left.title} has not started. What leaves it now is not assigned.`,
    }
  if (left.frozen)
    return { code: 'frozen', because: `${left.title} has ended. Its outcome no longer changes.` }
  return reason.trim() === '' ? { code: 'missing', because: 'Write the reason of the push-back.' } : null
}

/** Where an issue lies, by the name of its milestone and its labels. */
export type Lies = { milestone: string | null; labels: readonly LabelFact[] }

type Leaving = {
  actor: Actor
  /** The milestone that has started, has not ended and is not closed; null where none is. */
  running: string | null
  /** Of the group: which of them stand for its Build Board follows from what they mean. */
  labels: readonly LabelFact[]
  before: Lies & { kind?: IssueKind; closeReason: CloseReason | null }
  after: Lies
}

/**
 * Whether a change asks the EM if the issue was pushed back: it takes a Deliverable off the Build Board of the milestone that
 * runs. Who has no say in it is not asked, and what is done stays completed either way.
 */
export function asksForPushBack({ actor, running, labels, before, after }: Leaving): boolean {
  if (running === null || before.closeReason === 'done' || !may(actor, 'deliverable.set')) return false
  const asked = askedLabels(labels)
  const kind = before.kind ?? 'issue'
  const isOn = ({ milestone, labels: held }: Lies) =>
    buildBoardOf({ kind, milestone, labels: new Set(held.map(({ id }) => id)) }, asked) === running
  return isOn(before) && !isOn(after)
}
