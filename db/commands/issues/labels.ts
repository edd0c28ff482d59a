import type { InputOf } from '#lib/contract/endpoint.ts'
import type { labelIssue as endpoint } from '#lib/contract/issues.ts'
import { whyNotDeliverable } from '#lib/domain/deliverable.ts'
import {
  afterChange,
  conflictsOf,
  stateOf,
  typeOf,
  means,
  whyNotTogether,
  withLabel,
  type LabelChange,
} from '#lib/domain/labels.ts'
import { warnErosion } from '#lib/domain/readiness.ts'
import type { WaitChange } from '#lib/domain/wait.ts'
import { warnMove, warnReadyBy, whyNotReady } from '#lib/domain/workflow.ts'
import { insist } from '#lib/kit/failure.ts'
import type { Warning } from '#lib/kit/refusal.ts'
import { authorise, type Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { record } from '../../events/record.ts'
import { type IssueFacts, issueFacts, labelsByTitle } from '../../queries/facts.ts'
import { timeboxes } from '../../queries/milestones.ts'
import { modelGate } from '../../queries/models.ts'
import { insistOnGate } from '../models/gate.ts'
import { changedIssue, unchangedIssue } from './changed-issue.ts'
import { acceptPushBack, type Leaving } from './push-back.ts'
import { waitOf, writeWait } from './wait.ts'

/** Puts labels on and takes labels off, in one act. A label of a held scope displaces the other. */
export const labelIssue = (ctx: Ctx, input: Leaving<InputOf<typeof endpoint>>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.edit')
    const facts = await issueFacts(ctx, input.ref)
    const [add, remove] = await namedLabels(ctx, input)
    const change = changeOf(facts, add, remove)
    if (change.added.length + change.removed.length === 0) return unchangedIssue(ctx, input.ref)
    const warnings = await insistOnLabels(ctx, facts, change)
    const labels = afterChange(facts.labels, change)
    const wait = await waitOf(ctx, facts, { labels, open: facts.state === 'open', asked: input.blocked })
    await writeLabels(ctx, facts, change, wait)
    const event = await record(ctx, {
      type: 'issue.labels_changed',
      issue: facts.number,
      data: { ...change, ...wait },
    })
    if (input.pushBack) await acceptPushBack(ctx, facts.number, input.pushBack, event)
    return changedIssue(ctx, facts.number, event, warnings)
  })

/** @throws not_found for a label that the group has not; refused for labels that exclude each other */
export async function namedLabels(
  ctx: Ctx,
  { add = [], remove = [] }: { add?: string[] | undefined; remove?: string[] | undefined },
): Promise<[add: IssueFacts['labels'], remove: IssueFacts['labels']]> {
  const [on, off] = await Promise.all([labelsByTitle(ctx, add), labelsByTitle(ctx, remove)])
  insist(whyNotTogether(on, off))
  return [on, off]
}

function changeOf(facts: IssueFacts, add: IssueFacts['labels'], remove: IssueFacts['labels']): LabelChange {
  const off = new Set(remove.map((label) => label.id))
  const change: LabelChange = { added: [], removed: facts.labels.filter((label) => off.has(label.id)) }
  for (const label of add) {
    const step = withLabel(afterChange(facts.labels, change), label)
    change.added.push(...step.added)
    change.removed.push(...step.removed)
  }
  return change
}

/** What the law has to say about new labels: refusals are thrown, warnings are returned. */
export async function insistOnLabels(
  ctx: Ctx,
  facts: IssueFacts,
  change: LabelChange,
): Promise<(Warning | null)[]> {
  const after = afterChange(facts.labels, change)
  const gains = (meaning: string) => change.added.some((label) => label.meaning === meaning)
  const touchesDeliverable = [...change.added, ...change.removed].some(
    (label) => label.meaning === 'deliverable',
  )
  if (touchesDeliverable) authorise(ctx, 'deliverable.set')
  const becomesReady = gains('workflow.ready-for-development')
  if (becomesReady) {
    insist(
      whyNotReady({
        type: typeOf(after),
        description: facts.description,
        weight: facts.weight,
        spike: means(after, 'spike'),
        spikeScope: facts.spikeScope,
      }),
    )
  }
  if (gains('deliverable')) {
    const [{ current, next }, model] = await Promise.all([
      timeboxes(ctx),
      modelGate(ctx, facts.model && Number(facts.model.id)),
    ])
    insistOnGate(
      ctx,
      whyNotDeliverable({
        state: stateOf(after),
        milestone: facts.milestone,
        current,
        next,
        dri: facts.dri?.id ?? null,
        assignees: facts.assignees.map((person) => person.id),
        model,
      }),
      model,
    )
  }
  return [
    warnMove(stateOf(facts.labels), stateOf(after)),
    becomesReady ? warnReadyBy(ctx.actor.roles) : null,
    ...warnErosion(facts, { ...facts, labels: after }),
  ]
}

/**
 * Writes a change of labels, how long the old ones were carried, and what a blocked issue waits for. `asItWas`: an import
 * and an undo keep two labels of one scope side by side; everything else is held to one by the database.
 */
export async function writeLabels(
  ctx: Ctx,
  facts: IssueFacts,
  change: LabelChange,
  wait: WaitChange = {},
  { asItWas = false }: { asItWas?: boolean } = {},
): Promise<void> {
  const ids = (labels: LabelChange['added']) => labels.map((label) => Number(label.id))
  // All are sent before the first is answered, so that whatever the caller sends next comes behind them.
  await Promise.all([
    change.removed.length > 0 && takeOff(ctx, facts.number, ids(change.removed)),
    change.removed.length > 0 && conflictsOf(facts.labels).length > 0 && settle(ctx, facts.number),
    change.added.length > 0 && putOn(ctx, facts.number, ids(change.added), asItWas),
    writeWait(ctx, facts.number, wait),
  ])
}

const takeOff = (ctx: Ctx, ref: number, labelIds: number[]) =>
  ctx.db.query({
    name: 'take-labels-off',
    text: `with off as (
        delete from issue_labels where group_id = $1 and issue_number = $2 and label_id = any($3::int[])
        returning group_id, issue_number, label_id, added_at
      ) insert into label_spans (group_id, issue_number, label_id, from_at, to_at) select off.*, $4 from off`,
    values: [ctx.group.id, ref, labelIds, ctx.now],
  })

/** Of the labels that an import brought side by side, the one that stays alone holds the scope like any other. */
const settle = (ctx: Ctx, ref: number) =>
  ctx.db.query({
    name: 'settle-labels',
    text: `update issue_labels x set beside = 0 where x.group_id = $1 and x.issue_number = $2 and x.beside <> 0
      and not exists (select from issue_labels y where y.group_id = x.group_id and y.issue_number = x.issue_number
        and y.scope_key = x.scope_key and (y.beside = 0 or y.beside < x.beside))`,
    values: [ctx.group.id, ref],
  })

const putOn = (ctx: Ctx, ref: number, labelIds: number[], asItWas: boolean) =>
  ctx.db.query({
    name: 'put-labels-on',
    text: `insert into issue_labels (group_id, issue_number, label_id, scope_key, added_at, beside)
      select l.group_id, $2, l.id, coalesce(l.scope, '=' || l.id), $4, case when $5 and (
          l.id > min(l.id) over (partition by coalesce(l.scope, '=' || l.id))
          or exists (select from issue_labels h where h.group_id = l.group_id and h.issue_number = $2 and h.scope_key = l.scope)
        ) then l.id else 0 end
      from labels l where l.group_id = $1 and l.id = any($3::int[])`,
    values: [ctx.group.id, ref, labelIds, ctx.now, asItWas],
  })
