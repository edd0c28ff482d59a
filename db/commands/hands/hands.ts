import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type * as hands from '#lib/contract/hands.ts'
import type { EventData } from '#lib/domain/events.ts'
import type { HandRef } from '#lib/domain/events/hands.ts'
import { whyNotAsk, whyNotHelp, whyNotLower } from '#lib/domain/hands.ts'
import { may } from '#lib/domain/permissions.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { handById, type HandFacts, handOf } from '../../queries/hands.ts'
import { subjectFacts, subjectNamed } from '../../queries/subjects.ts'
import { inTransaction } from '../../transaction.ts'
import { meOf } from '../issues/dri.ts'

type Changed = OutputOf<typeof hands.raiseHand>

/** Handbook › Raising hands early: a clear ask, on an issue, an epic or of oneself. */
export const raiseHand = (
  ctx: Ctx,
  { kind, ask, subject: named }: InputOf<typeof hands.raiseHand>,
): Promise<Changed> =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'hand.raise')
    const { id, name } = meOf(ctx)
    insist(whyNotAsk(ask))
    const subject = named === undefined ? null : await subjectFacts(ctx, subjectNamed(named))
    if (subject && !subject.open)
      throw new Failure('refused', 'It is closed. Reopen it first.', { rule: 'closed' })
    const about = subject && { kind: subject.kind, number: subject.ref }
    const row = { kind, ask: ask.trim(), about, person: { id, name } }
    return raised(ctx, await insertHand(ctx, row), row)
  })

type Row = Omit<EventData<'hand.raised'>, 'id'>

async function raised(ctx: Ctx, id: number, row: Row): Promise<Changed> {
  const event = await record(ctx, { type: 'hand.raised', ...onIssue(row), data: { id, ...row } })
  return { hand: handOf(await handById(ctx, id)), event }
}

/** @param id of a hand that comes back as what it was */
async function insertHand(
  ctx: Ctx,
  { kind, ask, about, person }: Row,
  id: number | null = null,
): Promise<number> {
  const { rows } = await ctx.db.query<{ id: number }>({
    name: 'insert-hand',
    text: `insert into hands (group_id, id, issue_number, epic_number, kind, ask, person_id, raised_at)
      values ($1, coalesce($2, nextval(pg_get_serial_sequence('hands', 'id'))::int), $3, $4, $5, $6, $7, $8) returning id`,
    values: [
      ctx.group.id,
      id,
      about?.kind === 'issue' ? about.number : null,
      about?.kind === 'epic' ? about.number : null,
      kind,
      ask,
      person.id,
      ctx.now,
    ],
  })
  return rows[0]?.id ?? 0
}

/** An event about an issue names it, and stands in its journal. */
const onIssue = ({ about }: Pick<HandRef, 'about'>): { issue?: number } =>
  about?.kind === 'issue' ? { issue: about.number } : {}

const named = ({ id, name }: { id: string; name: string }) => ({ id, name })

const refOf = ({ id, about, person }: HandFacts): HandRef => ({
  id,
  about: about && { kind: about.kind, number: about.ref },
  person: named(person),
})

/** The first who says so is the helper. The next one is told who that is. */
export const helpHand = (ctx: Ctx, { hand: id }: InputOf<typeof hands.helpHand>): Promise<Changed> =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'hand.raise')
    const hand = await handById(ctx, id)
    return beginHelp(ctx, hand, meOf(ctx))
  })

async function beginHelp(ctx: Ctx, hand: HandFacts, helper: { id: string; name: string }): Promise<Changed> {
  const lowered = hand.loweredAt !== null
  const refusal = whyNotHelp({
    helper: hand.helper?.name ?? null,
    lowered,
    mine: hand.person.id === helper.id,
  })
  if (refusal?.code === 'helped') throw new Failure('conflict', refusal.because, { rule: refusal.code })
  insist(refusal)
  await setHelper(ctx, hand.id, helper.id)
  const ref = refOf(hand)
  const data = { ...ref, helper: named(helper) }
  const event = await record(ctx, { type: 'hand.helped', ...onIssue(ref), data })
  return { hand: handOf(await handById(ctx, hand.id)), event }
}

const setHelper = (ctx: Ctx, id: number, helper: string | null) =>
  ctx.db.query({
    name: 'set-hand-helper',
    text: 'update hands set helper_id = $3, helped_at = $4 where group_id = $1 and id = $2',
    values: [ctx.group.id, id, helper, helper === null ? null : ctx.now],
  })

/** The helper alone steps back; an open hand then waits for help again. */
export const stopHelping = (ctx: Ctx, { hand: id }: InputOf<typeof hands.stopHelping>): Promise<Changed> =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'hand.raise')
    const hand = await handById(ctx, id)
    if (hand.loweredAt !== null) insist({ code: 'lowered', because: 'This hand is already lowered.' })
    if (hand.helper?.id !== ctx.actor.id) insist({ code: 'not_helping', because: 'You do not help here.' })
    return endHelp(ctx, hand)
  })

async function endHelp(ctx: Ctx, hand: HandFacts): Promise<Changed> {
  const { helper } = hand
  if (!helper) throw new Failure('conflict', 'This hand has no helper.', { rule: 'no_helper' })
  await setHelper(ctx, hand.id, null)
  const ref = refOf(hand)
  const data = { ...ref, helper: named(helper) }
  const event = await record(ctx, { type: 'hand.help_withdrawn', ...onIssue(ref), data })
  return { hand: handOf(await handById(ctx, hand.id)), event }
}

/** The person who raised it, the helper and the EM; with how it ended, which the next person may use. */
export const lowerHand = (ctx: Ctx, { hand: id, how }: InputOf<typeof hands.lowerHand>): Promise<Changed> =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'hand.raise')
    const me = meOf(ctx).id
    const hand = await handById(ctx, id)
    const by = {
      lowered: hand.loweredAt !== null,
      mine: hand.person.id === me,
      helps: hand.helper?.id === me,
      leads: may(ctx.actor, 'assign.others'),
    }
    insist(whyNotLower({ ...by, how }))
    return lower(ctx, hand, how.trim())
  })

async function lower(ctx: Ctx, hand: HandFacts, how: string): Promise<Changed> {
  await setLowered(ctx, hand.id, how)
  const ref = refOf(hand)
  const data = { ...ref, how, helper: hand.helper && named(hand.helper) }
  const event = await record(ctx, { type: 'hand.lowered', ...onIssue(ref), data })
  return { hand: handOf(await handById(ctx, hand.id)), event }
}

const setLowered = (ctx: Ctx, id: number, how: string | null) =>
  ctx.db.query({
    name: 'set-hand-lowered',
    text: `update hands set how = $3, lowered_at = $4, lowered_by_id = $5 where group_id = $1 and id = $2`,
    values: [ctx.group.id, id, how, how === null ? null : ctx.now, how === null ? null : ctx.actor.id],
  })

/** What undoing the raise comes to. What was helped or lowered since is no mistake any more. */
export async function removeHand(ctx: Ctx, data: EventData<'hand.raised'>): Promise<number> {
  authorise(ctx, 'hand.raise')
  const hand = await handById(ctx, data.id)
  if (hand.helper || hand.loweredAt)
    insist({ code: 'helped', because: 'Others have answered this hand. Lower it instead.' })
  await ctx.db.query({
    name: 'remove-hand',
    text: 'delete from hands where group_id = $1 and id = $2',
    values: [ctx.group.id, data.id],
  })
  return record(ctx, { type: 'hand.removed', ...onIssue(data), data })
}

/** And undoing that: as it was, from now on. */
export async function restoreHand(ctx: Ctx, data: EventData<'hand.removed'>): Promise<number> {
  authorise(ctx, 'hand.raise')
  if (data.about) await subjectFacts(ctx, { kind: data.about.kind, ref: data.about.number })
  await insertHand(ctx, data, data.id)
  return (await raised(ctx, data.id, data)).event
}

/** What undoing an offer of help comes to. */
export async function undoHelp(ctx: Ctx, { id, helper }: EventData<'hand.helped'>): Promise<number> {
  authorise(ctx, 'hand.raise')
  const hand = await handById(ctx, id)
  if (hand.loweredAt !== null) insist({ code: 'lowered', because: 'This hand is already lowered.' })
  if (hand.helper?.id !== helper.id)
    throw new Failure('conflict', 'Another person helps by now.', { rule: 'helped' })
  return (await endHelp(ctx, hand)).event
}

/** And undoing that: the same person helps again. */
export async function redoHelp(ctx: Ctx, { id, helper }: EventData<'hand.help_withdrawn'>): Promise<number> {
  authorise(ctx, 'hand.raise')
  return (await beginHelp(ctx, await handById(ctx, id), helper)).event
}

/** What undoing the lowering comes to. */
export async function reopenHand(ctx: Ctx, data: EventData<'hand.lowered'>): Promise<number> {
  authorise(ctx, 'hand.raise')
  const hand = await handById(ctx, data.id)
  if (hand.loweredAt === null)
    throw new Failure('conflict', 'This hand is raised already.', { rule: 'raised' })
  await setLowered(ctx, data.id, null)
  return record(ctx, { type: 'hand.reopened', ...onIssue(data), data })
}

/** And undoing that. */
export async function lowerAgain(ctx: Ctx, { id, how }: EventData<'hand.reopened'>): Promise<number> {
  authorise(ctx, 'hand.raise')
  const hand = await handById(ctx, id)
  if (hand.loweredAt !== null) insist({ code: 'lowered', because: 'This hand is already lowered.' })
  return (await lower(ctx, hand, how)).event
}
