import type { InputOf } from '#lib/contract/endpoint.ts'
import type { createIssue as create } from '#lib/contract/issues.ts'
import { whyNotHandOver } from '#lib/domain/dri.ts'
import { NO_FACTS } from '#lib/domain/facts/values.ts'
import type { IssueKind } from '#lib/domain/issues.ts'
import { issueSubject } from '#lib/domain/subjects.ts'
import { whyNotTogether } from '#lib/domain/labels.ts'
import { mentionsIn } from '#lib/domain/mentions.ts'
import { readQuickActions } from '#lib/domain/quick-actions.ts'
import { warnWeight, whyNotWeight } from '#lib/domain/weight.ts'
import { insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { record } from '../../events/record.ts'
import { epicByNumber, issueFacts, labelsByTitle, memberByHandle, teamBySlug } from '../../queries/facts.ts'
import { modelById } from '../../queries/models.ts'
import { reopenEpic } from '../epics.ts'
import { lastRanks } from '../ranks.ts'
import { changedIssue } from './changed-issue.ts'
import { asWarning } from './comment.ts'
import { actQuickly } from './quick-actions.ts'
import { mention } from '../mentions.ts'
import { beginDri } from './dri.ts'
import { insistOnLabels, writeLabels } from './labels.ts'
import { openMilestone } from './plan.ts'
import { waitOf } from './wait.ts'

/** `imported`: its labels stay as they were elsewhere, also where two of them are of one scope. */
type Input = InputOf<typeof create> & { kind?: IssueKind; sample?: boolean; imported?: boolean }

/** Creates an issue with all that is known of it already, as one act. Its place is behind all others. */
export const createIssue = (ctx: Ctx, input: Input) => {
  const { text: description, acts, unknown } = readQuickActions(input.description ?? '')
  const named = mentionsIn(description)
  return inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.create')
    const labels = await labelsByTitle(ctx, [...new Set(input.labels)])
    if (!input.imported) insist(whyNotTogether(labels))
    const milestone = input.milestone ? await openMilestone(ctx, input.milestone) : null
    const epic = input.epic ? await epicByNumber(ctx, input.epic) : null
    const team = input.team ? await teamBySlug(ctx, input.team) : null
    const model = input.model ? await modelById(ctx, input.model) : null
    const dri = input.dri ? await memberByHandle(ctx, input.dri) : null
    if (dri) {
      if (dri.id !== ctx.actor.id) authorise(ctx, 'assign.others')
      insist(whyNotHandOver({ from: null, to: dri.id, context: '' }))
    }
    const weight = input.weight ?? null
    if (weight !== null) insist(whyNotWeight(weight))

    const number = await nextNumber(ctx)
    const { kind = 'issue', spikeScope = null, confidential = false } = input
    const ranks = await lastRanks(ctx)
    await ctx.db.query({
      name: 'create-issue',
      text: `insert into issues (group_id, number, title, description, milestone_id, epic_number, team_id, weight,
          confidential, spike_scope, rank, author_id, sample, created_at, updated_at, plan_rank, kind, model_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14, $15, $16, $17)`,
      values: [
        ctx.group.id,
        number,
        input.title,
        description,
        milestone?.id ?? null,
        epic?.number ?? null,
        team?.id ?? null,
        weight,
        confidential,
        spikeScope,
        ranks.group,
        ctx.actor.id,
        input.sample ?? false,
        ctx.now,
        ranks.planning,
        kind,
        model?.id ?? null,
      ],
    })
    if (dri)
      await beginDri(ctx, issueSubject(number), {
        person: dri.id,
        why: dri.id === ctx.actor.id ? 'took' : 'assigned',
      })
    const facts = await issueFacts({ ...ctx, actor: { ...ctx.actor, roles: ['em'] } }, number)
    await insistOnLabels(ctx, facts, { added: labels, removed: [] })
    const wait = await waitOf(ctx, facts, { labels, open: true, asked: input.blocked })
    await writeLabels(ctx, facts, { added: labels, removed: [] }, wait, { asItWas: input.imported ?? false })
    const mentioned = await mention(ctx, { issue: facts, comment: null, named })
    const event = await record(ctx, {
      type: 'issue.created',
      issue: number,
      data: {
        number,
        kind,
        title: input.title,
        description,
        labels,
        milestone,
        weight,
        assignees: [],
        spikeScope,
        ...NO_FACTS,
        ranks,
        dri: dri && { id: dri.id, name: dri.name },
        epic: epic && { id: String(epic.number), title: epic.title },
        team: team && { id: team.id, name: team.name },
        model: model && { id: String(model.id), name: model.name },
        confidential,
        mentioned,
        ...wait,
      },
    })
    if (epic) await reopenEpic(ctx, epic.number, { issue: number, cause: event }, 'added')
    const done = await actQuickly(ctx, number, acts)
    return changedIssue(ctx, number, event, [
      weight === null ? null : warnWeight(weight),
      ...done.flatMap((one) => one.warnings),
      ...unknown.map(asWarning),
    ])
  })
}

async function nextNumber(ctx: Ctx): Promise<number> {
  const { rows } = await ctx.db.query<{ number: number }>({
    name: 'next-issue',
    text: 'update group_counters set last_issue = last_issue + 1 where group_id = $1 returning last_issue as number',
    values: [ctx.group.id],
  })
  if (!rows[0]) throw notFound('The group')
  return rows[0].number
}
