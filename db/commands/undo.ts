import type { InputOf } from '#lib/contract/endpoint.ts'
import type { undoEvent as endpoint, Undone } from '#lib/contract/events.ts'
import {
  changedSince,
  type Superseded,
  superseded,
  isUndoable,
  partsOf,
  sinceText,
  TAKEN_BACK,
  whyNotUndo,
  WITH_ITS_CAUSE,
} from '#lib/domain/undo.ts'
import { may } from '#lib/domain/permissions.ts'
import { warnErosion } from '#lib/domain/readiness.ts'
import { Failure, insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { type ActEvent, actOf, laterThan } from '../queries/acts.ts'
import { cardByRef } from '../queries/cards.ts'
import { lastEvent } from '../queries/events.ts'
import { factsUnseen, type IssueFacts } from '../queries/facts.ts'
import { rebuildSince } from './rebuild.ts'
import type { ToUndo } from './undo-handler.ts'
import { undoPart } from './undo-handlers.ts'

/** Few enough that other people do not wait long for the group. */
const MOST_AT_ONCE = 40

/**
 * Takes back one act of one's own with all that it did, unless another person changed the same thing since. The undo is an
 * act too, with events that name what they take back. Of an act on many things what cannot be taken back stays, and
 * says why; where that is all of it, the act is refused.
 */
export const undoEvent = (ctx: Ctx, { event, below = Infinity }: InputOf<typeof endpoint>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'see.boards')
    const act = await actOf(ctx, event)
    if (act.length === 0) throw notFound(`Act ${event}`)
    const since = await sinceOf(ctx, act)
    const parts = partsOf(act).filter(({ number }) => number < below)
    const open = parts.filter(({ number }) => !since.gone.undone.has(number))
    const some = (open.length > 0 ? open : parts).slice(0, MOST_AT_ONCE)
    const first = (await lastEvent(ctx)) + 1
    const before = await factsOf(ctx, some)
    const { done, refused } = await takeBackEach(carryingOn(ctx, act, since), some, since)
    await rebuildSince(ctx, first)
    const isAll = below === Infinity && some.length >= open.length
    if (isAll && done.length === 0)
      throw refused[0]?.failure ?? new Failure('refused', WITH_ITS_CAUSE, { rule: 'consequence' })
    return {
      event: await lastEvent(ctx),
      cards: await cardsOf(ctx, done),
      warnings: erodedBetween(before, await factsOf(ctx, done)),
      done: done.length,
      refused: refused.map(({ event, failure }) => ({ event, because: failure.detail })),
      next: some.length < open.length ? (some.at(-1)?.number ?? null) : null,
    }
  })

/** What happened since, by its issue, and which of it counts no more. */
type Since = { byIssue: Map<number | null, ActEvent[]>; gone: Superseded }

async function sinceOf(ctx: Ctx, act: readonly ActEvent[]): Promise<Since> {
  const later = await laterThan(ctx, act)
  return { byIssue: Map.groupBy(later, ({ issue }) => issue), gone: superseded(later) }
}

/** A later piece belongs to the undoing that the first piece began and that still counts, so that all of it is one act again. */
function carryingOn(ctx: Ctx, act: readonly ActEvent[], { byIssue, gone }: Since): Ctx {
  const numbers = new Set(act.map(({ number }) => number))
  const begun = [...byIssue.values()]
    .flat()
    .find(({ number, undoes }) => undoes !== null && numbers.has(undoes) && undoneBy(gone, number))
  return begun ? { ...ctx, act: { first: begun.act, recorded: 1 } } : ctx
}

/** Whether an undoing took something back, and was not taken back itself. */
const undoneBy = ({ gone, undone }: Superseded, number: number) => gone.has(number) && !undone.has(number)

type Outcome = { done: ActEvent[]; refused: { event: number; failure: Failure }[] }

/** The newest first, each in a savepoint of its own: what is refused leaves no trace. */
async function takeBackEach(ctx: Ctx, parts: readonly ActEvent[], since: Since): Promise<Outcome> {
  const outcome: Outcome = { done: [], refused: [] }
  for (const part of parts) {
    try {
      await inTransaction({ ...ctx, undoes: part.number }, async (ctx) => {
        insistOnUndo(ctx, part, since)
        await undoPart(ctx, asked(part))
      })
      outcome.done.push(part)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      outcome.refused.push({ event: part.number, failure: error })
    }
  }
  return outcome
}

function insistOnUndo(ctx: Ctx, part: ActEvent, { byIssue, gone }: Since): void {
  const { type, at, actorId, issue, number } = part
  const refusal = whyNotUndo({ type, mine: actorId === ctx.actor.id, at, now: ctx.now })
  if (refusal?.code === 'not_yours') throw new Failure('forbidden', refusal.because, { rule: refusal.code })
  insist(refusal)
  if (gone.undone.has(number)) throw new Failure('conflict', TAKEN_BACK, { rule: 'undone' })
  const since = changedSince(part, byIssue.get(issue) ?? [], gone)
  if (!since) return
  const because = sinceText(part, since, since.actorId === ctx.actor.id ? 'You' : since.actorName)
  throw new Failure('conflict', because, { rule: 'changed_since', event: since.number })
}

function asked(part: ActEvent) {
  if (!isUndoable(part.type)) throw new Error(`${part.type} cannot be undone.`)
  // safe because type and data come from one event of the ledger, and the type has an undo handler
  return { ...part, issue: part.issue ?? 0 } as ToUndo<typeof part.type>
}

/** Of the issues of these events, those that the reader may see. */
async function factsOf(ctx: Ctx, parts: readonly ActEvent[]): Promise<IssueFacts[]> {
  const refs = [...new Set(parts.flatMap(({ issue }) => issue ?? []))]
  const found = await Promise.all(refs.map((ref) => factsUnseen(ctx, ref)))
  const maySee = may(ctx.actor, 'see.confidential')
  return found.flatMap((facts) => (facts && (maySee || !facts.confidential) ? [facts] : []))
}

/** What the undoing took from work that was ready, as a change by hand would have told. */
function erodedBetween(before: readonly IssueFacts[], after: readonly IssueFacts[]): Undone['warnings'] {
  return after.flatMap((facts) => {
    const was = before.find(({ number }) => number === facts.number)
    return was ? warnErosion(was, facts).map((warning) => ({ ref: facts.number, ...warning })) : []
  })
}

/** The issues as they are now, those that the reader may still see. */
async function cardsOf(ctx: Ctx, done: readonly ActEvent[]): Promise<Undone['cards']> {
  const refs = [...new Set(done.flatMap(({ issue }) => issue ?? []))]
  const cards = await Promise.all(refs.map((ref) => cardByRef(ctx, ref)))
  return cards.filter((card) => card !== undefined)
}
