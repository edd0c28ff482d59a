import type { InputOf } from '#lib/contract/endpoint.ts'
import type { createMilestone as endpoint, editMilestone as editing } from '#lib/contract/milestones.ts'
import { hasEnded } from '#lib/domain/closing/span.ts'
import { whyNotDay } from '#lib/domain/days.ts'
import { proposalFor, whyNotNewDays, whyNotOverlap, whyNotTitle } from '#lib/domain/milestones.ts'
import { insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { record } from '../events/record.ts'
import { lastEvent } from '../queries/events.ts'
import { milestoneFacts, type MilestoneRow, milestonesOf, todayOf } from '../queries/milestones.ts'

type Input = InputOf<typeof endpoint> & { sample?: boolean }

/** Creates a timebox; without days, on the ones that the calendar proposes after the latest one. */
export const createMilestone = (ctx: Ctx, input: Input) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'milestone.create')
    const all = await milestonesOf(ctx)
    const proposed = proposalFor(all, todayOf(ctx))
    const { title, startOn = proposed.startOn, dueOn = proposed.dueOn } = input
    insist(whyNotTitle(all, title, null))
    insistOnDays(all, { startOn, dueOn })
    const slug = freeSlug(all, title)
    const { rows } = await ctx.db.query<{ id: string }>(
      `insert into milestones (group_id, title, slug, start_on, due_on, sample, created_at)
        values ($1, $2, $3, $4, $5, $6, $7) returning id::text`,
      [ctx.group.id, title, slug, startOn, dueOn, input.sample ?? false, ctx.now],
    )
    const id = rows[0]?.id ?? ''
    const event = await record(ctx, {
      type: 'milestone.created',
      data: { id: Number(id), slug, title, kind: 'timebox', shelf: null, startOn, dueOn },
    })
    return { milestone: { id, slug, title, shelf: null, startOn, dueOn, closed: false }, event }
  })

/** Another title, other days: the address stays, so that links do, and so does what a shelf means. */
export const editMilestone = (ctx: Ctx, { milestone: slug, ...fields }: InputOf<typeof editing>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'milestone.create')
    const all = await milestonesOf(ctx)
    const known = all.find((one) => one.slug === slug)
    if (!known) throw notFound(`The milestone “${slug}”`)
    const next = {
      ...known,
      title: fields.title ?? known.title,
      startOn: fields.startOn ?? known.startOn,
      dueOn: fields.dueOn ?? known.dueOn,
    }
    const moved = next.startOn !== known.startOn || next.dueOn !== known.dueOn
    if (!moved && next.title === known.title) {
      return { milestone: milestoneFacts(known), event: await lastEvent(ctx) }
    }
    insist(whyNotTitle(all, next.title, known))
    if (moved) insist(whyNotNewDays(known, isFixed(ctx, known)))
    if (moved) insistOnDays(all, { id: known.id, startOn: next.startOn ?? '', dueOn: next.dueOn ?? '' })
    await ctx.db.query(
      'update milestones set title = $3, start_on = $4, due_on = $5 where group_id = $1 and slug = $2',
      [ctx.group.id, slug, next.title, next.startOn, next.dueOn],
    )
    const spanOf = ({ title, startOn, dueOn }: MilestoneRow) => ({ title, startOn, dueOn })
    const event = await record(ctx, {
      type: 'milestone.edited',
      data: { from: spanOf(known), to: spanOf(next), id: Number(known.id) },
    })
    return { milestone: milestoneFacts(next), event }
  })

const isFixed = ({ group, now }: Ctx, { dueOn, frozenAt }: MilestoneRow): boolean =>
  frozenAt !== null || (dueOn !== null && hasEnded(dueOn, group.zone, now))

function insistOnDays(all: readonly MilestoneRow[], days: Parameters<typeof whyNotOverlap>[1]): void {
  insist(whyNotDay(days.startOn) ?? whyNotDay(days.dueOn))
  insist(whyNotOverlap(all, days))
}

/** Milestones that were renamed keep their addresses, so that the one that follows from a title may be taken. */
function freeSlug(all: readonly MilestoneRow[], title: string): string {
  const base = slugOf(title)
  const taken = new Set(all.map(({ slug }) => slug))
  if (!taken.has(base)) return base
  for (let next = 2; ; next += 1) if (!taken.has(`${base}-${next}`)) return `${base}-${next}`
}

export const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|-+$/g, '') || 'milestone'
