import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { createPlanningIssue as endpoint } from '#lib/contract/planning-issue.ts'
import { alreadyPlanned, whyNotPlanningIssue } from '#lib/domain/planning-issue/rules.ts'
import { titleFor } from '#lib/domain/planning-issue/planning-template.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { lastEvent } from '../../queries/events.ts'
import { labelByMeaning } from '../../queries/facts.ts'
import { milestoneFacts } from '../../queries/milestones.ts'
import { planningBox } from '../../queries/planning-blocks.ts'
import { planningOf } from '../../queries/planning-issue.ts'
import { planningTemplate } from '../../queries/planning-template.ts'
import { inTransaction } from '../../transaction.ts'
import { createIssue } from '../issues/create.ts'

/**
 * Handbook › Planning Issue: "Each month a planning issue is created by the PM using automation and the Custom Models
 * Planning template." A milestone has one: a second try answers with the first.
 */
export const createPlanningIssue = (
  ctx: Ctx,
  { milestone, sample }: InputOf<typeof endpoint> & { sample?: boolean },
) =>
  inTransaction(ctx, async (ctx): Promise<OutputOf<typeof endpoint>> => {
    authorise(ctx, 'planning.issue')
    const box = await planningBox(ctx, milestone)
    const known = await planningOf(ctx, Number(box.id))
    if (known) {
      const because = alreadyPlanned(box.title, known.ref, known.state === 'open')
      return { ref: known.ref, created: false, because, event: await lastEvent(ctx) }
    }
    insist(whyNotPlanningIssue(milestoneFacts(box)))
    const template = await planningTemplate(ctx)
    const label = await labelByMeaning(ctx, 'group')
    const { card, event } = await createIssue(ctx, {
      group: ctx.group.slug,
      kind: 'planning',
      title: titleFor(template, box.title),
      description: template.body,
      labels: label ? [label.title] : [],
      milestone,
      ...(sample ? { sample } : {}),
    })
    await ctx.db.query(
      `insert into planning_issues (group_id, milestone_id, issue_number, template_version, created_at)
        values ($1, $2, $3, nullif($4::int, 0), $5)`,
      [ctx.group.id, Number(box.id), card.ref, template.version, ctx.now],
    )
    await record(ctx, {
      type: 'planning_issue.created',
      issue: card.ref,
      cause: event,
      data: { milestone: { id: box.id, title: box.title }, template: template.version },
    })
    return { ref: card.ref, created: true, because: null, event }
  })
