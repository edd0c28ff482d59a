import { addDays } from '#lib/kit/plain-date.ts'
import { closeMilestone } from '../commands/closing/close.ts'
import { reopenMilestone } from '../commands/closing/reopen.ts'
import { changeIssues } from '../commands/issues/bulk.ts'
import { closeIssue, reopenIssue } from '../commands/issues/close.ts'
import { createIssue } from '../commands/issues/create.ts'
import { labelIssue } from '../commands/issues/labels.ts'
import { planIssue, weighIssue } from '../commands/issues/plan.ts'
import { splitIssue } from '../commands/issues/split.ts'
import { changeLabel, createLabel, removeLabel } from '../commands/labels.ts'
import { createMilestone, editMilestone } from '../commands/milestones.ts'
import { decidePushBack } from '../commands/push-backs/decide.ts'
import { raisePushBack } from '../commands/push-backs/raise.ts'
import { type Ctx, THE_CLOCK } from '../context.ts'
import { milestoneFreeze } from '../jobs/milestone-freeze.ts'
import { runOnce } from '../jobs/run.ts'
import { readClosing } from '../queries/closing.ts'
import { type MilestoneRow, milestonesOf, todayOf } from '../queries/milestones.ts'
import { listPushBacks } from '../queries/push-backs.ts'
import { move } from './random-acts-issues.ts'
import { type Act, group, labelMeaning } from './random-given.ts'

/** Labels that may come to mean the group or a Deliverable, beside those that do. */
const HEIRS = ['Committed', 'group::heirs'] as const

export async function makeHeirs(ctx: Ctx): Promise<void> {
  for (const title of HEIRS) await createLabel(ctx, { group, title })
}

const timeboxes = async (ctx: Ctx): Promise<MilestoneRow[]> =>
  (await milestonesOf(ctx)).filter(({ dueOn }) => dueOn !== null)

/** Titles of the labels by which an issue is on a Build Board now, and of those that may mean it later. */
async function boardLabels(ctx: Ctx): Promise<string[]> {
  const asked = [await labelMeaning(ctx, 'deliverable'), await labelMeaning(ctx, 'group')]
  return [...asked.flatMap((label) => label?.title ?? []), ...HEIRS]
}

/** One that carries the label now, so that most of what is done to Deliverables is done to one; `ref` where none does. */
async function heldBy(ctx: Ctx, ref: number): Promise<number> {
  const { rows } = await ctx.db.query<{ ref: number }>(
    `select x.issue_number as ref from issue_labels x join labels k on k.group_id = x.group_id and k.id = x.label_id
      where x.group_id = 1 and k.meaning = 'deliverable' order by 1`,
  )
  return rows[ref % Math.max(1, rows.length)]?.ref ?? ref
}

/** One that is on the Build Board of a milestone that runs; `ref` where none is. */
async function onBoardNow(ctx: Ctx, ref: number): Promise<number> {
  const { rows } = await ctx.db.query<{ ref: number }>(
    `select s.issue_number as ref from build_spans s join milestones m on m.group_id = s.group_id and m.id = s.milestone_id
      where s.group_id = 1 and s.until_event is null and $1 between m.start_on and m.due_on order by 1`,
    [todayOf(ctx)],
  )
  return rows[ref % Math.max(1, rows.length)]?.ref ?? ref
}

const pushedBack = (what: number) => (what % 2 === 0 ? { pushBack: { reason: 'A migration first.' } } : {})
const REASONS = ['done', 'done', 'done', 'wont_do', 'moved', 'duplicate'] as const

/** What the ratio of a milestone is counted by, each act under its name: a test says that all of them came about. */
export const ON_COMMITMENTS = {
  'a Deliverable is created': async (ctx, { what, pick }) => {
    const labels = ['type::bug', 'workflow::in dev', ...(await boardLabels(ctx)).slice(0, 2)]
    const box = pick((await timeboxes(ctx)).filter(({ dueOn }) => (dueOn ?? '') >= todayOf(ctx)).slice(-2))
    return createIssue(ctx, {
      group,
      title: `Work ${what}`,
      labels,
      milestone: box?.slug ?? null,
      weight: what % 4,
      dri: 'julie',
    })
  },
  'a label is put on': async (ctx, { ref, pick }) =>
    labelIssue(ctx, { group, ref, add: [pick(await boardLabels(ctx))] }),
  'a label is taken off': async (ctx, { ref, pick }) =>
    labelIssue(ctx, { group, ref, remove: [pick(await boardLabels(ctx))] }),
  'a Deliverable is taken off': async (ctx, given) => {
    const ref = await heldBy(ctx, given.ref)
    const title = (await labelMeaning(ctx, 'deliverable'))?.title ?? HEIRS[0]
    return labelIssue(ctx, { group, ref, remove: [title], ...pushedBack(given.what) })
  },
  // Without it, whole runs of histories come about in which nothing is reprioritised.
  'a Deliverable is pushed back': async (ctx, given) => {
    const ref = await onBoardNow(ctx, given.ref)
    const title = (await labelMeaning(ctx, 'deliverable'))?.title ?? HEIRS[0]
    return labelIssue(ctx, { group, ref, remove: [title], pushBack: { reason: 'A migration first.' } })
  },
  'a push-back is raised': async (ctx, { ref, more, pick }) => {
    const named = pick([`issue-${await onBoardNow(ctx, ref)}`, `issue-${ref}`, 'epic-1', 'milestone-18.9'])
    const protects = more % 2 === 0 ? [`issue-${ref}`, 'epic-2'] : []
    return raisePushBack(ctx, { group, work: named, reason: 'A migration first.', protects })
  },
  'a push-back is decided': async (ctx, { what, more, pick }) => {
    const { items } = await listPushBacks(ctx, { group })
    const { id: pushBack, version } = pick([...items.slice(0, 4), { id: 0, version: 1 }])
    const decision = pick(['accepted', 'accepted', 'declined', 'deferred'] as const)
    const box = pick([...(await timeboxes(ctx)).map(({ slug }) => slug), 'backlog'])
    const move = what % 3 === 0 ? {} : { move: { milestone: box, withoutDeliverable: more % 2 === 0 } }
    const revisitOn = decision === 'deferred' ? addDays(todayOf(ctx), 1 + (more % 3)) : null
    return decidePushBack(ctx, {
      group,
      pushBack,
      version,
      decision,
      revisitOn,
      note: `Note ${what % 5}`,
      ...(decision === 'accepted' ? move : {}),
    })
  },
  'an issue gets another milestone': async (ctx, { ref: any, more, pick }) => {
    const ref = await heldBy(ctx, any)
    const milestone = pick([...(await timeboxes(ctx)).map(({ slug }) => slug), 'backlog', null])
    return planIssue(ctx, { group, ref, milestone, withoutDeliverable: more % 2 === 0, ...pushedBack(more) })
  },
  'an issue is moved on the Build Board': move('build'),
  'an issue is weighed': (ctx, { ref, what }) => weighIssue(ctx, { group, ref, weight: what % 4 }),
  'an issue is closed': async (ctx, { ref: any, other, pick }) => {
    const [ref, reason] = [await heldBy(ctx, any), pick(REASONS)]
    return closeIssue(ctx, { group, ref, reason, ...(reason === 'duplicate' ? { duplicateOf: other } : {}) })
  },
  'an issue is reopened': async (ctx, { ref, pick }) => {
    const { rows } = await ctx.db.query<{ ref: number }>(
      "select number as ref from issues where group_id = 1 and state = 'closed' order by 1",
    )
    return reopenIssue(ctx, { group, ...pick([...rows, { ref }]) })
  },
  'an issue is split': (ctx, { ref, what }) =>
    splitIssue(ctx, { group, ref, pieces: [{ title: 'One' }, { title: 'Two' }], close: what % 2 === 0 }),
  'many issues are changed at once': async (ctx, { ref, other, what, more, pick }) => {
    const box = pick([...(await timeboxes(ctx)).map(({ slug }) => slug), 'backlog'])
    const labels = await boardLabels(ctx)
    return changeIssues(ctx, {
      group,
      refs: [ref, other, ref + 1, ref + 2],
      change: pick([
        { what: 'milestone', milestone: box, withoutDeliverable: more % 2 === 0 },
        { what: 'labels', add: labels.slice(0, 2) },
        { what: 'labels', remove: [pick(labels)] },
        { what: 'close', reason: 'done' },
        { what: 'reopen' },
        { what: 'weight', weight: what % 4 },
      ] as const),
    })
  },
  'the group or a Deliverable is meant by another label': async (ctx, { what, more, pick }) => {
    const meaning = pick(['group', 'deliverable'] as const)
    const known = await labelMeaning(ctx, meaning)
    if (known) await changeLabel(ctx, { group, label: known.id, meaning: null })
    // Now and then no label means it for a while.
    if (more % 5 === 0) return
    const { rows } = await ctx.db.query<{ id: number }>(
      'select id from labels where group_id = 1 and meaning is null and title = any($1) order by id',
      [[...HEIRS, 'Deliverable', 'group::custom models', `Promise ${what % 2}`]],
    )
    const heir = pick([...rows, { id: known?.id ?? 0 }])
    await changeLabel(ctx, { group, label: heir.id, meaning })
  },
  'a label of a board is renamed': async (ctx, { what, pick }) => {
    const label = await labelMeaning(ctx, pick(['deliverable', 'group'] as const))
    return changeLabel(ctx, { group, label: label?.id ?? 0, title: `Promise ${what % 2}` })
  },
  'a label is removed': async (ctx, { pick }) => {
    const { rows } = await ctx.db.query<{ id: number }>('select id from labels where title = any($1)', [
      HEIRS,
    ])
    return removeLabel(ctx, { group, label: pick([...rows, { id: 0 }]).id })
  },
  'a milestone gets other days': async (ctx, { more, pick }) => {
    const open = (await timeboxes(ctx)).filter(({ dueOn }) => (dueOn ?? '') >= todayOf(ctx))
    const { slug, startOn, dueOn } = pick([...open, { slug: 'none', startOn: null, dueOn: null }])
    if (startOn === null || dueOn === null) return
    const by = [-2, -1, 1, 2][more % 4] ?? 0
    const days = more % 8 < 4 ? { startOn: addDays(startOn, by) } : { dueOn: addDays(dueOn, by) }
    return editMilestone(ctx, { group, milestone: slug, ...days })
  },
  'a milestone is renamed': async (ctx, { what, pick }) =>
    editMilestone(ctx, { group, milestone: pick(await timeboxes(ctx)).slug, title: `Cycle ${what % 5}` }),
  'a milestone is created': async (ctx, { what, pick }) => {
    const last = (await timeboxes(ctx)).map(({ dueOn }) => dueOn ?? '').toSorted()
    const startOn = addDays(last.at(-1) ?? '', 1)
    return createMilestone(ctx, {
      group,
      title: `More ${what}`,
      startOn,
      dueOn: addDays(startOn, pick([0, 3, 7])),
    })
  },
  'a milestone is closed': async (ctx, { more, pick }) => {
    const today = todayOf(ctx)
    const ended = (await timeboxes(ctx)).filter(({ dueOn }) => more % 3 === 0 || (dueOn ?? '') <= today)
    const { slug } = pick([...ended, { slug: 'none' }])
    const { open, gone } = await readClosing(ctx, { milestone: slug })
    const place = { destination: 'backlog', reason: 'scope' as const }
    return closeMilestone(ctx, {
      group,
      milestone: slug,
      issues: [
        ...open.map(({ ref }) => ({ ref, ...place })),
        ...gone.map(({ ref }) => ({ ref, reason: 'blocked' as const })),
      ],
      early: true,
    })
  },
  'a milestone is opened again': async (ctx) => {
    const closed = (await timeboxes(ctx)).filter(({ closedAt }) => closedAt !== null)
    const [latest] = closed.toSorted((a, b) => Date.parse(b.closedAt ?? '') - Date.parse(a.closedAt ?? ''))
    return reopenMilestone(ctx, { group, milestone: latest?.slug ?? 'none' })
  },
  'what has ended is frozen': async (ctx) => {
    const clock: Ctx = { ...ctx, actor: THE_CLOCK }
    const owed = await milestoneFreeze.owed(clock, { refinementDay: null, refinementHour: 9, updateDay: 5 })
    for (const period of owed) await runOnce(milestoneFreeze, clock, period)
  },
} satisfies Record<string, Act>
