import type { Refusal } from '#lib/kit/refusal.ts'

import type { AnyEvent, EventType } from './events.ts'
import { type LastingGroupEvent, whyLasting } from './group-events.ts'
import { affectedFields } from './undo-things.ts'

/** Why some acts on issues are never taken back in one step, and what one does instead. */
export const NEVER = {
  'issue.pushed_back': 'Undo what took it off the Build Board instead.',
  'issue.hand_over_accepted': 'Ask for a hand-over in the other direction instead.',
  'issue.hand_over_declined': 'The DRI has read your answer. Ask them to hand it over again.',
  'issue.hand_over_withdrawn': 'Hand it over again instead.',
  'issue.cover_asked': 'The request was sent. Talk to them instead.',
  'issue.mention_reminded': 'The reminder was sent.',
  'issue.comment_taken_back': 'The text is deleted. Write the comment again.',
  'planning_issue.created': 'Close the planning issue instead.',
  'planning_issue.posted': 'Undo the comment instead.',
  'weighing.voted': 'Change your weight before the reveal instead.',
  'weighing.revealed': 'The weights are visible now.',
  'weighing.agreed': 'The group agreed on this weight. Set another weight instead.',
  'weighing.abandoned': 'Start a new estimation instead.',
} as const satisfies Partial<Record<EventType, string>>

export type Undoable = Exclude<EventType, keyof typeof NEVER | LastingGroupEvent>

/** Why such an act is never undone, and what people do instead; null for what has an undo handler. */
export function whyNever(type: EventType): string | null {
  const sentences: Partial<Record<EventType, string>> = NEVER
  return sentences[type] ?? whyLasting(type)
}

export const isUndoable = (type: EventType): type is Undoable => whyNever(type) === null

const ONE_DAY = 86_400_000

type Act = { type: EventType; mine: boolean; at: Date; now: Date }

export function whyNotUndo({ type, mine, at, now }: Act): Refusal | null {
  if (!mine) return { code: 'not_yours', because: 'Only the person who made this change can undo it.' }
  const never = whyNever(type)
  if (never !== null) return { code: 'not_undoable', because: never }
  if (now.getTime() - at.getTime() > ONE_DAY) {
    return { code: 'too_old', because: 'This change is more than a day old. Change it by hand.' }
  }
  return null
}

/** An event of the ledger as undoing looks at it. */
export type Done = AnyEvent & {
  number: number
  /** The number of the first event of the act that it is a part of. */
  act: number
  /** The number of the event that it took back, if it took one back. */
  undoes: number | null
  /** The number of the event that brought it about, if one did. */
  cause: number | null
  actorId: string | null
  issue: number | null
}

/** What happened only because something else did: it is taken back with that, and never by itself. */
export const isConsequence = ({ cause }: Pick<Done, 'cause'>): boolean => cause !== null

/** What of one act is taken back by itself, the newest first, so that each finds what it left behind. */
export function partsOf<T extends Done>(act: readonly T[]): T[] {
  const agreed = act.some(({ type }) => type === 'weighing.agreed')
  const joined = act.flatMap((one) => (one.type === 'person.joined' ? one.data.person.id : []))
  const isPart = (one: T) => {
    // The weight is what they agreed on; the first role is what a person joined with.
    if (one.type === 'issue.weighed') return !agreed
    if (one.type === 'role.given') return !joined.includes(one.data.person.id)
    return !isConsequence(one)
  }
  return act.filter(isPart).toSorted((a, b) => b.number - a.number)
}

/** By their numbers: `undone` is what was taken back; `gone` is that, and the undoing of it, which count no more. */
export type Superseded = { undone: ReadonlySet<number>; gone: ReadonlySet<number> }

/** An undoing that was taken back itself leaves the act that it had undone as it was. */
export function superseded(events: readonly Done[]): Superseded {
  const [undone, gone] = [new Set<number>(), new Set<number>()]
  for (const event of events.toSorted((a, b) => b.number - a.number)) {
    if (event.undoes === null || gone.has(event.number)) continue
    gone.add(event.number)
    undone.add(event.undoes)
    gone.add(event.undoes)
  }
  return { undone, gone }
}

/** The first act that changed the same thing later and still counts; while it does, the earlier one stays. */
export function changedSince<T extends Done>(
  earlier: Done,
  later: readonly T[],
  { gone, undone }: Superseded = superseded(later),
): T | null {
  // An undoing of what lies before the earlier act changed what that act had left.
  const changed = ({ number, undoes }: T) =>
    !gone.has(number) || (undoes !== null && undoes < earlier.number && !undone.has(number))

  return (
    later.find(
      (one) =>
        one.number > earlier.number &&
        one.act !== earlier.act &&
        one.issue === earlier.issue &&
        changed(one) &&
        conflicts(earlier, one),
    ) ?? null
  )
}

/** Whether a later event changed the same thing: then taking the earlier one back would undo another person's act. */
function conflicts(earlier: Done, later: Done): boolean {
  if (isConsequence(later)) return false
  // A comment is a question or an answer: what another person wrote below it may stand on it.
  if (earlier.type === 'issue.commented' && later.type === 'issue.commented')
    return earlier.actorId !== later.actorId
  const things = affectedFields(earlier)
  return affectedFields(later).some((one) => things.some((other) => overlap(one, other)))
}

/** `label 7` holds `label 7 title`. */
const overlap = (a: string, b: string) => a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `)

export const WITH_ITS_CAUSE = 'Another change caused this one. Undo that change instead.'

export const TAKEN_BACK = 'You already undid this change.'

/** The sentence about the later act, for the person who wants to undo. */
export function sinceText(earlier: Done, since: Pick<Done, 'type'>, who: 'You' | string): string {
  const type = earlier.type
  if (type === 'issue.commented' && since.type === 'issue.commented')
    return `${who} answered since then. Edit the comment instead.`
  if (type === 'issue.commented' && since.type === 'issue.comment_reacted')
    return `${who} reacted since then. Edit the comment instead.`
  if (type.endsWith('.created') && who !== 'You') return `${who} has worked with it since then.`
  const changed = `${who} changed the same thing since then.`
  return who === 'You' ? `${changed} Undo that first.` : `${changed} It stays as it is.`
}
