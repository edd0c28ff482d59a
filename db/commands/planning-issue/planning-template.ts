import type { InputOf } from '#lib/contract/endpoint.ts'
import type { editPlanningTemplate as endpoint } from '#lib/contract/planning-issue.ts'
import { whyNotPlanningTemplate } from '#lib/domain/planning-issue/planning-template.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { lastEvent } from '../../queries/events.ts'
import { planningTemplate } from '../../queries/planning-template.ts'
import { inTransaction } from '../../transaction.ts'

/** Writes the next version; those before it are kept, for the planning issues that were made from them. */
export const editPlanningTemplate = (ctx: Ctx, input: InputOf<typeof endpoint>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'planning.issue')
    const now = await planningTemplate(ctx)
    if (now.version !== input.version) {
      throw new Failure('stale', 'Another person edited this template. Check their text first.', {
        rule: 'stale',
        now: now.body,
        yours: input.body,
        version: now.version,
      })
    }
    const [from, to] = [
      { title: now.title, body: now.body },
      { title: input.title.trim(), body: input.body },
    ]
    insist(whyNotPlanningTemplate(to))
    if (from.title === to.title && from.body === to.body)
      return { template: now, event: await lastEvent(ctx) }
    const version = now.version + 1
    await ctx.db.query(
      `insert into planning_templates (group_id, version, title, body, by_id, created_at) values ($1, $2, $3, $4, $5, $6)`,
      [ctx.group.id, version, to.title, to.body, ctx.actor.id, ctx.now],
    )
    const event = await record(ctx, { type: 'planning_template.edited', data: { from, to, id: version } })
    const by = ctx.actor.id === null ? null : ctx.actor.handle
    const template = { version, ...to, by, at: ctx.now.toISOString() }
    return { template, event }
  })
