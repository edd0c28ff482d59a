import { daysWithout } from '#lib/domain/sandbox/away.ts'
import type { SandboxChange } from '#lib/domain/sandbox/changes.ts'
import { unfocused } from '#lib/domain/sandbox/overlay.ts'
import type { TimeOffKind } from '#lib/domain/time-off.ts'
import { Failure } from '#lib/kit/failure.ts'
import type { Ctx } from '../../context.ts'
import { capacityTerms } from '../../queries/capacity-terms.ts'
import { planningLabels } from '../../queries/capacity-work.ts'
import { issueFacts, labelByMeaning, memberByHandle } from '../../queries/facts.ts'
import { milestonesOf } from '../../queries/milestones.ts'
import type { ChangeRow } from '../../queries/sandbox-changes.ts'
import { timeboxOf } from '../../queries/sandbox-view.ts'
import { entriesAround } from '../../queries/time-off.ts'
import { overrideCapacity } from '../capacity/override.ts'
import { handOverAsItIs } from '../hand-overs/hand-over.ts'
import { labelIssue } from '../issues/labels.ts'
import { planIssue } from '../issues/plan.ts'
import { selectPlan } from '../plan/select.ts'
import { cutTimeOff } from '../time-off-cut.ts'
import { addTimeOff } from '../time-off.ts'

/** `title` is what the sandbox is called: the reason of what has none of its own. */
export type Means = { milestone: string; title: string; kind: TimeOffKind }

/** Makes one change by the command that makes it by hand; what is so already stays as it is. */
export async function applyChange(ctx: Ctx, { change, reason }: ChangeRow, means: Means): Promise<void> {
  const because = reason || `From the what-if “${means.title}”.`
  switch (change.what) {
    case 'timeOff':
      return beAway(ctx, change, means.kind)
    case 'timeOffCut': {
      const { what: _, ...days } = change
      return cutTimeOff(ctx, days)
    }
    case 'override': {
      const { person, team, weekOn, term, value } = change
      const place = { group: ctx.group.slug, milestone: means.milestone, person, team, weekOn }
      await overrideCapacity(ctx, { ...place, term, value, reason: because })
      return
    }
    case 'focus':
      return focus(ctx, change.value, { milestone: means.milestone, because })
    case 'candidate':
      return change.isIn ? bringIn(ctx, change.ref, means.milestone) : takeOut(ctx, change.ref)
    case 'dri': {
      const { dri } = await issueFacts(ctx, change.ref)
      if (dri?.handle !== change.person) await handOverAsItIs(ctx, change.ref, change.person, because)
      return
    }
    case 'deliverable':
      return change.isIn ? select(ctx, change.ref, means.milestone) : deselect(ctx, change.ref)
  }
}

type TimeOff = Extract<SandboxChange, { what: 'timeOff' }>

/** Days that are entered already stay as they are, with the kind that they have. */
async function beAway(ctx: Ctx, { person, ...days }: TimeOff, kind: TimeOffKind): Promise<void> {
  const { id } = await memberByHandle(ctx, person)
  for (const { fromOn, toOn, ...halves } of daysWithout(days, await entriesAround(ctx, id, days))) {
    await addTimeOff(ctx, { group: ctx.group.slug, person, from: fromOn, to: toOn, ...halves, kind })
  }
}

async function focus(
  ctx: Ctx,
  value: number,
  { milestone, because: reason }: { milestone: string; because: string },
): Promise<void> {
  const { id, startOn, dueOn } = await timeboxOf(ctx, milestone)
  const { memberships, overrides } = await capacityTerms(ctx, startOn, dueOn)
  const people = [...new Set(memberships.map(({ person }) => person))]
  const own = overrides.filter((one) => one.milestone === Number(id))
  for (const person of unfocused({ people, overrides: own })) {
    await overrideCapacity(ctx, { group: ctx.group.slug, milestone, person, term: 'focus', value, reason })
  }
}

/** What the Planning Board asks for: the milestone and the labels of its filter. */
async function bringIn(ctx: Ctx, ref: number, milestone: string): Promise<void> {
  const one = { group: ctx.group.slug, ref }
  await planIssue(ctx, { ...one, milestone })
  const { rows } = await ctx.db.query<{ title: string }>(
    'select title from labels where group_id = $1 and id = any($2::int[])',
    [ctx.group.id, (await planningLabels(ctx)).map(Number)],
  )
  await labelIssue(ctx, { ...one, add: rows.map(({ title }) => title) })
}

/** Handbook › Planning Board: "the excess is moved" to where it waits for its turn. */
async function takeOut(ctx: Ctx, ref: number): Promise<void> {
  const shelf = (await milestonesOf(ctx)).find((one) => one.shelf === 'next-1-3')
  await planIssue(ctx, { group: ctx.group.slug, ref, milestone: shelf?.slug ?? null })
}

/** As the plan selects it, with its rules, its DRI and its assignees. */
async function select(ctx: Ctx, ref: number, milestone: string): Promise<void> {
  const { refused } = await selectPlan(ctx, { milestone, items: [{ ref }] })
  const [refusal] = refused
  if (!refusal || refusal.rule === 'unchanged') return
  throw new Failure('refused', refusal.because, { rule: refusal.rule })
}

async function deselect(ctx: Ctx, ref: number): Promise<void> {
  const label = await labelByMeaning(ctx, 'deliverable')
  if (label) await labelIssue(ctx, { group: ctx.group.slug, ref, remove: [label.title] })
}
