import { whyNotDrive, whyNotRelease, whyNotTake } from '#lib/domain/dri.ts'
import { ALL_FACTS } from '#lib/domain/facts/facts.ts'
import { eventOf } from '#lib/domain/facts/values.ts'
import type { FactEvents } from '#lib/domain/facts/values.ts'
import { afterChange } from '#lib/domain/labels.ts'
import { mentionsIn } from '#lib/domain/mentions.ts'
import { issueSubject } from '#lib/domain/subjects.ts'
import { Failure, insist, notFound } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { issueFacts, labelsById, rolesOf } from '../../queries/facts.ts'
import { waitingOffer } from '../../queries/hand-overs.ts'
import { milestonesOf } from '../../queries/milestones.ts'
import { withdrawHandOver } from '../hand-overs/answer.ts'
import { handedIssue } from '../hand-overs/handed.ts'
import { writeHandOver } from '../hand-overs/hand-over.ts'
import { link, removeLink, unlink } from '../links.ts'
import { swapped, type ToUndo, type UndoHandlers } from '../undo-handler.ts'
import { writeAssignees } from './assign.ts'
import { closeIssue, reopenIssue } from './close.ts'
import { commentsUndo } from './comments.undo.ts'
import { beginDri, endDri, meOf } from './dri.ts'
import { writeTexts } from './edit.ts'
import { joinEpic } from './epic.ts'
import { setFact } from './set-fact.ts'
import { insistOnLabels, writeLabels } from './labels.ts'
import { moveUndo } from './move.undo.ts'
import { planIssue, weighIssue } from './plan.ts'
import { setModel } from './model.ts'
import { setSpikeScope } from './spike-scope.ts'
import { setTeam } from './team.ts'
import { changeNeed, waitOf } from './wait.ts'

type FactEvent = ToUndo<keyof FactEvents>

// safe because each event holds values of its own fact
const factsUndo = Object.fromEntries(
  ALL_FACTS.map((fact) => [
    eventOf(fact),
    (ctx: Ctx, { issue, data }: FactEvent) => setFact(ctx, issue, fact.name, data.from),
  ]),
) as Pick<UndoHandlers<'issue'>, keyof FactEvents>

export const issuesUndo: UndoHandlers<'issue'> = {
  ...commentsUndo,
  ...factsUndo,
  // What has a number keeps it: others may have named it by then, and find why it is closed.
  'issue.created': (ctx, event) => closeIssue(ctx, { ...one(ctx, event), reason: 'wont_do' }),
  'issue.moved': moveUndo,
  'issue.ranked': moveUndo,
  'issue.closed': (ctx, event) => reopenIssue(ctx, one(ctx, event)),
  'issue.reopened': (ctx, event) => closeIssue(ctx, { ...one(ctx, event), reason: event.data.was ?? 'done' }),
  'issue.labels_changed': async (ctx, { issue, data }) => {
    authorise(ctx, 'issue.edit')
    const facts = await issueFacts(ctx, issue)
    const change = { added: await labelsById(ctx, data.removed), removed: await labelsById(ctx, data.added) }
    await insistOnLabels(ctx, facts, change)
    const labels = afterChange(facts.labels, change)
    const wait = await waitOf(ctx, facts, { labels, open: facts.state === 'open', asked: data.waited })
    await writeLabels(ctx, facts, change, wait, { asItWas: true })
    return record(ctx, { type: 'issue.labels_changed', issue, data: { ...change, ...wait } })
  },
  'issue.edited': async (ctx, { issue, data: { title, description } }) => {
    authorise(ctx, 'issue.edit')
    const change = {
      ...(title ? { title: swapped(title) } : {}),
      ...(description ? { description: swapped(description) } : {}),
    }
    return writeTexts(ctx, await issueFacts(ctx, issue), change, mentionsIn(description?.from ?? ''))
  },
  'issue.milestone_set': async (ctx, event) =>
    planIssue(ctx, { ...one(ctx, event), milestone: await slugOf(ctx, event.data.from?.id) }),
  'issue.weighed': (ctx, event) => weighIssue(ctx, { ...one(ctx, event), weight: event.data.from }),
  'issue.epic_set': (ctx, event) =>
    joinEpic(ctx, { ...one(ctx, event), epic: event.data.from && Number(event.data.from.id) }),
  'issue.team_set': async (ctx, event) =>
    setTeam(ctx, { ...one(ctx, event), team: await teamSlug(ctx, event.data.from?.id) }),
  'issue.model_set': (ctx, event) =>
    setModel(ctx, { ...one(ctx, event), model: event.data.from && Number(event.data.from.id) }),
  'issue.spike_scope_set': (ctx, event) =>
    setSpikeScope(ctx, { ...one(ctx, event), scope: event.data.from, was: event.data.to }),
  'issue.wait_set': async (ctx, { issue, data }) => {
    authorise(ctx, 'issue.edit')
    return changeNeed(ctx, await issueFacts(ctx, issue), data.from)
  },
  'issue.assigned': async (ctx, { issue, data }) => {
    authorise(ctx, 'issue.take')
    await issueFacts(ctx, issue)
    const back = { added: data.removed, removed: data.added }
    if ([...back.added, ...back.removed].some(({ id }) => id !== ctx.actor.id))
      authorise(ctx, 'assign.others')
    await writeAssignees(ctx, issue, back.added, back.removed)
    return record(ctx, { type: 'issue.assigned', issue, data: back })
  },
  'issue.dri_taken': async (ctx, { issue, data: { person, assigned } }) => {
    authorise(ctx, 'issue.take')
    const { dri } = await issueFacts(ctx, issue)
    insist(whyNotRelease({ dri: dri?.id ?? null, driName: dri?.name ?? null, me: meOf(ctx).id }))
    await endDri(ctx, issueSubject(issue), person.id)
    if (assigned) await writeAssignees(ctx, issue, [], [person])
    return record(ctx, { type: 'issue.dri_released', issue, data: { person, unassigned: assigned } })
  },
  'issue.dri_released': async (ctx, { issue, data: { person, unassigned } }) => {
    authorise(ctx, 'issue.take')
    const { dri, state } = await issueFacts(ctx, issue)
    const me = meOf(ctx).id
    insist(whyNotTake({ open: state === 'open', dri: dri?.id ?? null, driName: dri?.name ?? null, me }))
    await beginDri(ctx, issueSubject(issue), { person: person.id, why: 'took' })
    if (unassigned) await writeAssignees(ctx, issue, [person], [])
    return record(ctx, { type: 'issue.dri_taken', issue, data: { person, assigned: unassigned } })
  },
  'issue.dri_assigned': async (ctx, { issue, data: { to } }) => {
    authorise(ctx, 'issue.hand_over')
    if (to.id !== ctx.actor.id) authorise(ctx, 'assign.others')
    const { dri } = await issueFacts(ctx, issue)
    if (dri?.id !== to.id)
      throw new Failure('conflict', `${to.name} is no longer the DRI.`, { rule: 'changed_since' })
    await endDri(ctx, issueSubject(issue), to.id)
    return record(ctx, { type: 'issue.dri_released', issue, data: { person: to, unassigned: false } })
  },
  'issue.handed_over': async (ctx, { issue, data: { from, to, context } }) => {
    authorise(ctx, 'assign.others')
    const { dri } = await issueFacts(ctx, issue)
    if (!from || dri?.id !== to.id)
      throw new Failure('conflict', `${to.name} is no longer the DRI.`, { rule: 'changed_since' })
    insist(whyNotDrive({ name: from.name, roles: await rolesOf(ctx, from.id) }))
    return writeHandOver(ctx, await handedIssue(ctx, issue), to, from, context)
  },
  'issue.hand_over_offered': async (ctx, event) => {
    const offer = await waitingOffer(ctx, issueSubject(event.issue))
    if (!offer) throw notFound('The hand-over')
    return withdrawHandOver(ctx, { ...one(ctx, event), offer: offer.id })
  },
  'issue.linked': (ctx, event) =>
    removeLink(ctx, { ...one(ctx, event), role: event.data.role, other: event.data.other }),
  'issue.unlinked': async (ctx, { issue, data: { role, other } }) => {
    authorise(ctx, 'issue.edit')
    await Promise.all([issueFacts(ctx, issue), issueFacts(ctx, other)])
    return link(ctx, issue, role, other)
  },
  // The pieces are taken back one by one: each has its own event of creation in the same act.
  'issue.split': async (ctx, { issue, data }) => {
    authorise(ctx, 'issue.edit')
    for (const piece of data.into) await unlink(ctx, issue, 'split_into', piece)
  },
}

const one = (ctx: Ctx, { issue }: { issue: number }) => ({ group: ctx.group.slug, ref: issue })

async function slugOf(ctx: Ctx, milestone: string | undefined): Promise<string | null> {
  if (milestone === undefined) return null
  const found = (await milestonesOf(ctx)).find(({ id }) => id === milestone)
  if (!found) throw notFound('The milestone that it had')
  return found.slug
}

async function teamSlug(ctx: Ctx, team: string | undefined): Promise<string | null> {
  if (team === undefined) return null
  const { rows } = await ctx.db.query<{ slug: string }>(
    'select slug from functional_teams where group_id = $1 and id = $2',
    [ctx.group.id, Number(team)],
  )
  if (!rows[0]) throw notFound('The functional team that it had')
  return rows[0].slug
}
