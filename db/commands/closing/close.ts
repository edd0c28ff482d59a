import type { ClosingChoice, closeMilestone as endpoint } from '#lib/contract/closing.ts'
import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import { keptOf } from '#lib/domain/events/milestones.ts'
import { reopenUntil, whyNotChoice, whyNotClose } from '#lib/domain/closing/rules.ts'
import { Failure, insist, notFound } from '#lib/kit/failure.ts'
import type { Refusal } from '#lib/kit/refusal.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { closingState, type ClosingState, proposedPlace, sumsOf } from '../../queries/closing.ts'
import { milestoneFacts, todayOf } from '../../queries/milestones.ts'
import { inTransaction } from '../../transaction.ts'
import { planIssue } from '../issues/plan.ts'
import { freezePlanningIssue } from '../planning-issue/freeze.ts'
import { freezeMilestone } from './freeze.ts'
import { settleReminder } from './settle-reminder.ts'
import { slipsFor, writeSlips } from './slips.ts'

type Input = InputOf<typeof endpoint>
type Refused = { ref: number; because: string }

/**
 * Law 4: "Closing a milestone is an act of the EM: it freezes the outcome (10), and each open Deliverable needs a destination
 * and a slip reason." What was not frozen by the end of its due day is frozen now. All of it or nothing: where something is missing or cannot move, the refusal holds `issues`, each
 * with its reason in words.
 */
export const closeMilestone = (ctx: Ctx, input: Input) =>
  inTransaction(ctx, async (ctx): Promise<OutputOf<typeof endpoint>> => {
    authorise(ctx, 'milestone.close')
    const state = await closingState(ctx, input.milestone)
    const { milestone } = state
    insist(whyNotClose(milestone, todayOf(ctx), input.early ?? false))
    const choices = new Map(input.issues.map((one) => [one.ref, one]))
    await insistOnThere(ctx, [...choices.keys()])
    insistOnAll(missingOf(state, choices))
    const others = placeOfOthers(state, input.others)
    const slips = slipsFor(state, choices)
    await freezeMilestone(ctx, milestone)
    await ctx.db.query('update milestones set closed_at = $3 where group_id = $1 and id = $2', [
      ctx.group.id,
      Number(milestone.id),
      ctx.now,
    ])
    const event = await record(ctx, {
      type: 'milestone.closed',
      data: {
        id: Number(milestone.id),
        title: milestone.title,
        kept: keptOf([...state.assigned.values()]),
        slips,
      },
    })
    await Promise.all([writeSlips(ctx, milestone.id, slips), settleReminder(ctx, milestone.id)])
    const caused = { ...ctx, cause: event }
    await freezePlanningIssue(caused, Number(milestone.id))
    const moved = await moveAll(caused, state, choices, others)
    return {
      milestone: { ...milestoneFacts(milestone), closed: true },
      event,
      sums: sumsOf([...state.assigned.values()]),
      moved,
      changed: changedMeanwhile(state, choices),
      reopenUntil: reopenUntil(ctx.now).toISOString(),
    }
  })

/** @throws not_found for an issue that the group does not have */
async function insistOnThere(ctx: Ctx, refs: readonly number[]): Promise<void> {
  if (refs.length === 0) return
  const { rows } = await ctx.db.query<{ ref: number }>({
    name: 'issues-there',
    text: 'select number as ref from issues where group_id = $1 and number = any($2::int[])',
    values: [ctx.group.id, refs],
  })
  const there = new Set(rows.map(({ ref }) => ref))
  const absent = refs.find((ref) => !there.has(ref))
  if (absent !== undefined) throw notFound(`Issue #${absent}`)
}

function missingOf(
  { open, gone, assigned, destinations }: ClosingState,
  choices: ReadonlyMap<number, ClosingChoice>,
): Refused[] {
  const isSlipped = (ref: number) => assigned.get(ref)?.outcome === 'slipped'
  const whyNot = (ref: number, isOpen: boolean): Refusal | null =>
    whyNotChoice({ open: isOpen, slipped: isSlipped(ref) }, choices.get(ref) ?? null, destinations)
  return [
    ...open.map(({ ref }) => [ref, true] as const),
    ...gone.map(({ ref }) => [ref, false] as const),
  ].flatMap(([ref, isOpen]) => {
    const refusal = whyNot(ref, isOpen)
    return refusal ? [{ ref, because: refusal.because }] : []
  })
}

export const INCOMPLETE = 'closing_incomplete'

function insistOnAll(refused: readonly Refused[]): void {
  if (refused.length === 0) return
  const [first] = refused
  const because =
    refused.length === 1 && first
      ? `#${first.ref}: ${first.because}`
      : `${refused.length} issues keep the milestone open. Each says why.`
  throw new Failure('refused', because, { rule: INCOMPLETE, issues: refused })
}

/** @throws refused for a place that is none of the destinations */
function placeOfOthers({ destinations }: ClosingState, asked: string | null | undefined): string | null {
  if (asked === undefined) return proposedPlace(destinations)
  const known = asked === null || destinations.some(({ slug }) => slug === asked)
  const because = 'Other issues can go to the next milestone, to a shelf, or to none.'
  insist(known ? null : { code: 'no_destination', because })
  return asked
}

/** The command that moves an issue by hand, for one after the other. Answers how many moved. */
async function moveAll(
  ctx: Ctx,
  { open, others, destinations }: ClosingState,
  choices: ReadonlyMap<number, ClosingChoice>,
  place: string | null,
): Promise<number> {
  const refused: Refused[] = []
  const move = async (ref: number, milestone: string | null, withoutDeliverable: boolean) => {
    try {
      await planIssue(ctx, { group: ctx.group.slug, ref, milestone, withoutDeliverable })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      refused.push({ ref, because: error.detail })
    }
  }
  for (const { ref } of open) {
    const { destination = null, withoutDeliverable = false } = choices.get(ref) ?? {}
    const keeps = destinations.some(({ slug, to }) => slug === destination && to === 'next')
    // Law 3: on a milestone further out, or none, there is no Deliverable.
    await move(ref, destination, withoutDeliverable || !keeps)
  }
  for (const { ref } of others) await move(ref, place, false)
  insistOnAll(refused)
  return open.length + others.length
}

/** What was open when the request was made, and is not any more. */
function changedMeanwhile(
  { open, facts }: ClosingState,
  choices: ReadonlyMap<number, ClosingChoice>,
): Refused[] {
  const still = new Set(open.map(({ ref }) => ref))
  return [...choices.values()].flatMap(({ ref, destination }) => {
    if (destination === undefined || still.has(ref)) return []
    const known = facts.get(ref)
    if (known?.state === 'closed')
      return [{ ref, because: 'It was closed in the meantime and stays where it is.' }]
    return [{ ref, because: 'It left the milestone in the meantime and stays where it is.' }]
  })
}
