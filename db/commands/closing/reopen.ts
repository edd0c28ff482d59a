import type { reopenMilestone as endpoint } from '#lib/contract/closing.ts'
import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import { whyNotReopen } from '#lib/domain/closing/rules.ts'
import { whyNotAdd } from '#lib/domain/models/readiness.ts'
import { changedSince, superseded } from '#lib/domain/undo.ts'
import { Failure, insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { type ActEvent, actOf, laterThan } from '../../queries/acts.ts'
import { type IssueFacts, issueFacts, labelsById } from '../../queries/facts.ts'
import { milestoneFacts, milestonesOf } from '../../queries/milestones.ts'
import { modelGate } from '../../queries/models.ts'
import { inTransaction } from '../../transaction.ts'
import { writeLabels } from '../issues/labels.ts'
import { takeFreeze } from '../planning-issue/freeze.ts'

/**
 * Opens a milestone again within a day of its closing. What the closing wrote goes, and its outcome too where it was closed
 * before its end; what was frozen at the end of its due day stays. What moved away with the closing comes back, but
 * for what a person changed since, which stays and says why.
 */
export const reopenMilestone = (ctx: Ctx, { milestone: slug }: InputOf<typeof endpoint>) =>
  inTransaction(ctx, async (ctx): Promise<OutputOf<typeof endpoint>> => {
    authorise(ctx, 'milestone.close')
    const milestone = (await milestonesOf(ctx)).find((one) => one.slug === slug)
    if (!milestone) throw notFound(`The milestone “${slug}”`)
    insist(whyNotReopen(milestone, ctx.now))
    const key = [ctx.group.id, Number(milestone.id)]
    const unfrozen = await isFrozenEarly(ctx, milestone.id)
    await ctx.db.query('delete from milestone_slips where group_id = $1 and milestone_id = $2', key)
    if (unfrozen)
      await ctx.db.query('delete from milestone_outcomes where group_id = $1 and milestone_id = $2', key)
    await ctx.db.query(
      `update milestones set closed_at = null, frozen_at = case when $3 then null else frozen_at end
        where group_id = $1 and id = $2`,
      [...key, unfrozen],
    )
    const event = await record(ctx, {
      type: 'milestone.reopened',
      data: { id: Number(milestone.id), title: milestone.title, unfrozen },
    })
    const caused = { ...ctx, cause: event }
    const parts = await partsOfClosing(ctx, milestone.id)
    for (const { type, issue } of parts) {
      if (type === 'planning_issue.frozen' && issue !== null) await takeFreeze(caused, issue, milestone)
    }
    const moves = parts.filter(({ type }) => type !== 'planning_issue.frozen')
    const later = await laterThan(ctx, moves)
    const stayed: { ref: number; because: string }[] = []
    const byIssue = Map.groupBy(moves, ({ issue }) => issue ?? 0)
    for (const [ref, parts] of byIssue) {
      const because = await bringBack(caused, ref, parts, later)
      if (because !== null) stayed.push({ ref, because })
    }
    return {
      milestone: { ...milestoneFacts(milestone), closed: false },
      event,
      back: byIssue.size - stayed.length,
      stayed,
    }
  })

/** Whether its outcome was frozen by its closing, before the end of its due day. */
async function isFrozenEarly(ctx: Ctx, milestone: string): Promise<boolean> {
  const { rows } = await ctx.db.query<{ early: boolean }>({
    name: 'frozen-early',
    text: `select (data->>'early')::boolean as early from events
      where group_id = $1 and subject_kind = 'milestone' and subject_key = $2 and type = 'milestone.frozen'
      order by number desc limit 1`,
    values: [ctx.group.id, milestone],
  })
  // before freezing was an event of its own, it was the closing that froze
  return rows[0]?.early ?? true
}

/** What the last closing of a milestone brought about: moves of issues, and the freeze of its planning issue. */
async function partsOfClosing(ctx: Ctx, milestone: string): Promise<ActEvent[]> {
  const { rows } = await ctx.db.query<{ closing: number | null }>({
    name: 'last-closing',
    text: `select max(number) as closing from events
      where group_id = $1 and subject_kind = 'milestone' and subject_key = $2 and type = 'milestone.closed'`,
    values: [ctx.group.id, milestone],
  })
  const closing = rows[0]?.closing ?? 0
  return (await actOf(ctx, closing)).filter(({ issue, cause }) => issue !== null && cause === closing)
}

/** Answers why an issue stays where it is; null where it came back. */
async function bringBack(
  ctx: Ctx,
  ref: number,
  parts: readonly ActEvent[],
  later: readonly ActEvent[],
): Promise<string | null> {
  const facts = await issueFacts(ctx, ref)
  if (facts.state === 'closed') return 'It was closed since then.'
  const own = later.filter(({ issue }) => issue === ref)
  const since = parts.map((part) => changedSince(part, own, superseded(own))).find((one) => one !== null)
  if (since) return `${since.actorName} changed it since then.`
  const unready = await whyNotAgain(ctx, facts, parts)
  if (unready) return unready
  try {
    for (const part of parts.toReversed()) await putBack(ctx, ref, part)
    return null
  } catch (error) {
    if (error instanceof Failure) return error.detail
    throw error
  }
}

/** A Deliverable that adds a model becomes one again only while the model may be added. */
async function whyNotAgain(
  ctx: Ctx,
  { model }: IssueFacts,
  parts: readonly ActEvent[],
): Promise<string | null> {
  const removed = parts.flatMap((part) => (part.type === 'issue.labels_changed' ? part.data.removed : []))
  const labels = model === null ? [] : await labelsById(ctx, removed)
  if (model === null || !labels.some(({ meaning }) => meaning === 'deliverable')) return null
  const gate = await modelGate(ctx, Number(model.id))
  return (gate && whyNotAdd(gate)?.because) ?? null
}

/** As it was, whatever else the rules would say to a new act of the kind. */
async function putBack(ctx: Ctx, issue: number, { type, data }: ActEvent): Promise<void> {
  if (type === 'issue.milestone_set') {
    await ctx.db.query(
      'update issues set milestone_id = $3, updated_at = $4 where group_id = $1 and number = $2',
      [ctx.group.id, issue, data.from && Number(data.from.id), ctx.now],
    )
    await record(ctx, { type, issue, data: { from: data.to, to: data.from } })
  }
  if (type === 'issue.labels_changed') {
    const change = { added: await labelsById(ctx, data.removed), removed: await labelsById(ctx, data.added) }
    await writeLabels(ctx, await issueFacts(ctx, issue), change)
    await record(ctx, { type, issue, data: change })
  }
}
