import type { InputOf } from '#lib/contract/endpoint.ts'
import type { createMilestone as promise } from '#lib/contract/milestones.ts'
import { proposeNext, shelfAlias, whyNotOverlap } from '#lib/domain/milestones.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import { authorise, inTransaction, type Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import { milestonesOf } from '../queries/milestones.ts'

type Input = InputOf<typeof promise> & { sample?: boolean }

/** Creates a timebox; without days, on the ones that the calendar proposes after the latest one. */
export const createMilestone = (ctx: Ctx, input: Input) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'milestone.create')
    const all = await milestonesOf(ctx)
    const latest = all.find((one) => one.kind === 'timebox')
    const proposed = latest?.dueOn ? proposeNext({ title: latest.title, dueOn: latest.dueOn }) : null
    const [startOn, dueOn] = [input.startOn ?? proposed?.startOn, input.dueOn ?? proposed?.dueOn]
    if (!startOn || !dueOn) {
      throw new Failure('refused', 'Say on which day it starts and on which it is due.', {
        rule: 'days_missing',
      })
    }
    const slug = slugOf(input.title)
    if (shelfAlias(input.title) || all.some((one) => one.title === input.title || one.slug === slug)) {
      insist({ code: 'title_taken', because: `There is a milestone “${input.title}” already.` })
    }
    insist(whyNotOverlap(all, { startOn, dueOn }))
    const { rows } = await ctx.db.query<{ id: string }>(
      `insert into milestones (group_id, title, slug, start_on, due_on, sample, created_at)
        values ($1, $2, $3, $4, $5, $6, $7) returning id::text`,
      [ctx.group.id, input.title, slug, startOn, dueOn, input.sample ?? false, ctx.now],
    )
    const event = await record(ctx, {
      type: 'milestone.created',
      data: { title: input.title, kind: 'timebox', startOn, dueOn },
    })
    const id = rows[0]?.id ?? ''
    return { milestone: { id, slug, title: input.title, shelf: null, startOn, dueOn, closed: false }, event }
  })

/** Closes a timebox: the EM's act. What is promised and not done keeps its milestone until it is planned anew. */
export const closeMilestone = (ctx: Ctx, { slug }: { slug: string }) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'milestone.close')
    const milestone = (await milestonesOf(ctx)).find((one) => one.slug === slug)
    if (!milestone || milestone.kind === 'shelf' || milestone.closedAt) {
      const because = `${milestone?.title ?? slug} is not an open milestone with dates.`
      throw new Failure('refused', because, { rule: 'not_open' })
    }
    await ctx.db.query('update milestones set closed_at = $3 where group_id = $1 and slug = $2', [
      ctx.group.id,
      slug,
      ctx.now,
    ])
    await record(ctx, { type: 'milestone.closed', data: { title: milestone.title } })
  })

export const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|-+$/g, '') || 'milestone'
