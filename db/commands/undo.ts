import type { InputOf } from '#lib/contract/endpoint.ts'
import type { undoEvent as promise } from '#lib/contract/events.ts'
import type { AnyEvent } from '#lib/domain/events.ts'
import { afterChange } from '#lib/domain/labels.ts'
import { conflicts, whyNotUndo } from '#lib/domain/undo.ts'
import { Failure, insist, notFound } from '#lib/kit/failure.ts'
import { authorise, inTransaction, type Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import { type IssueFacts, issueFacts } from '../queries/facts.ts'
import { waitingOffer } from '../queries/hand-overs.ts'
import { closeEpicIfDone, reopenEpic } from './epics.ts'
import { writeWithdrawal } from './hand-overs/answer.ts'
import { changedIssue } from './issues/answer.ts'
import { writeAssignees } from './issues/assign.ts'
import { beginDri, endDri, meOf } from './issues/dri.ts'
import { writeTexts } from './issues/edit.ts'
import { insistOnLabels, writeLabels } from './issues/labels.ts'
import { unlinkOriginal } from './issues/duplicate.ts'
import { writeMove } from './issues/move.ts'
import { restoreSince, waitAgain } from './issues/since.ts'
import { waitOf, writeWait } from './issues/wait.ts'
import { setColumn } from './issues/columns.ts'
import { takeBackFact } from './issues/facts-undo.ts'

type Row = AnyEvent & { number: number; actorId: string | null; at: Date; issue: number | null }

/** Takes back one act of one's own, if nobody changed the same thing since. The undo is an act too, with its event. */
export const undoEvent = (ctx: Ctx, { event: number }: InputOf<typeof promise>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.edit')
    const [event, ...later] = await eventsFrom(ctx, number)
    if (event?.number !== number || event.issue === null) throw notFound(`Act ${number}`)
    const facts = await issueFacts(ctx, event.issue)
    insist(whyNotUndo({ type: event.type, mine: event.actorId === ctx.actor.id, at: event.at, now: ctx.now }))
    const since = later.find((other) => conflicts(event, other))
    if (since) {
      const who = since.actorId === ctx.actor.id ? 'You' : 'Someone'
      const because = `${who} changed the same thing of #${facts.number} since: it stays as it is now.`
      throw new Failure('conflict', because, { rule: 'changed_since', event: since.number })
    }
    return changedIssue(ctx, facts.number, await takeBack(ctx, facts, event))
  })

/** The event and all that came after it on the same issue, in their order. */
async function eventsFrom(ctx: Ctx, number: number): Promise<Row[]> {
  const { rows } = await ctx.db.query<Row>(
    `select e.number, e.type, e.data, e.actor_id as "actorId", e.at, e.issue_number as issue
      from events e where e.group_id = $1 and e.number >= $2
        and e.issue_number = (select issue_number from events where group_id = $1 and number = $2)
      order by e.number`,
    [ctx.group.id, number],
  )
  return rows
}

async function takeBack(ctx: Ctx, facts: IssueFacts, event: Row): Promise<number> {
  const issue = facts.number
  switch (event.type) {
    case 'issue.moved':
    case 'issue.ranked':
      return moveBack(ctx, facts, event)
    case 'issue.labels_changed': {
      const change = { added: full(event.data.removed), removed: full(event.data.added) }
      await insistOnLabels(ctx, facts, change)
      const wait = await waitOf(ctx, facts, {
        labels: afterChange(facts.labels, change),
        open: facts.state === 'open',
        asked: event.data.waited,
      })
      await writeLabels(ctx, facts, change, wait, { asItWas: true })
      await restoreSince(ctx, issue, change, event.at)
      return record(ctx, { type: event.type, issue, data: { ...change, ...wait } })
    }
    case 'issue.milestone_set':
      await setColumn(ctx, issue, 'milestone_id', event.data.from?.id ?? null)
      return record(ctx, { type: event.type, issue, data: swapped(event.data) })
    case 'issue.weighed':
      await setColumn(ctx, issue, 'weight', event.data.from)
      return record(ctx, { type: event.type, issue, data: swapped(event.data) })
    case 'issue.assigned': {
      const data = { added: event.data.removed, removed: event.data.added }
      await writeAssignees(ctx, issue, data.added, data.removed)
      return record(ctx, { type: event.type, issue, data })
    }
    case 'issue.edited': {
      const { title, description } = event.data
      return writeTexts(ctx, facts, {
        ...(title ? { title: swapped(title) } : {}),
        ...(description ? { description: swapped(description) } : {}),
      })
    }
    case 'issue.dri_taken':
      await endDri(ctx, issue, event.data.person.id)
      if (event.data.assigned) await writeAssignees(ctx, issue, [], [event.data.person])
      return record(ctx, {
        type: 'issue.dri_released',
        issue,
        data: { person: event.data.person, unassigned: event.data.assigned },
      })
    case 'issue.dri_released':
      await beginDri(ctx, issue, { person: meOf(ctx).id, why: 'took' })
      if (event.data.unassigned) await writeAssignees(ctx, issue, [event.data.person], [])
      return record(ctx, {
        type: 'issue.dri_taken',
        issue,
        data: { person: event.data.person, assigned: event.data.unassigned },
      })
    case 'issue.hand_over_offered': {
      const offer = await waitingOffer(ctx, issue)
      if (!offer) throw notFound('The hand-over')
      return writeWithdrawal(ctx, issue, offer)
    }
    case 'issue.closed': {
      await unlinkOriginal(ctx, issue, event.at)
      await writeMove(ctx, facts, { rank: null, close: null, reopen: true })
      const wait = await waitOf(ctx, facts, { labels: facts.labels, open: true })
      await writeWait(ctx, issue, wait)
      await waitAgain(ctx, issue, event.at)
      return reopened(
        ctx,
        facts,
        await record(ctx, { type: 'issue.reopened', issue, data: { was: event.data.reason, ...wait } }),
      )
    }
    case 'issue.reopened': {
      const reason = event.data.was ?? 'done'
      await writeMove(ctx, facts, { rank: null, close: reason, reopen: false })
      const wait = await waitOf(ctx, facts, { labels: facts.labels, open: false })
      await writeWait(ctx, issue, wait)
      const data = { reason, ...wait }
      return closed(ctx, facts, await record(ctx, { type: 'issue.closed', issue, data }))
    }
    default: {
      const number = await takeBackFact(ctx, facts, event)
      if (number !== null) return number
      throw new Failure('refused', 'This act cannot be taken back in one step.', { rule: 'not_undoable' })
    }
  }
}

async function moveBack(ctx: Ctx, facts: IssueFacts, event: Row): Promise<number> {
  if (event.type !== 'issue.moved' && event.type !== 'issue.ranked') throw notFound('The move')
  const { data } = event
  const change =
    event.type === 'issue.moved'
      ? { added: full(event.data.removed), removed: full(event.data.added) }
      : { added: [], removed: [] }
  await insistOnLabels(ctx, facts, change)
  const [wasClosed, wasReopened] =
    event.type === 'issue.moved'
      ? [event.data.closed, event.data.reopened ? (event.data.was ?? 'done') : null]
      : [null, null]
  const waited = event.type === 'issue.moved' ? event.data.waited : undefined
  const wait = await waitOf(ctx, facts, {
    labels: afterChange(facts.labels, change),
    open: !wasReopened && (Boolean(wasClosed) || facts.state === 'open'),
    asked: waited,
  })
  await writeLabels(ctx, facts, change, wait, { asItWas: true })
  await restoreSince(ctx, facts.number, change, event.at)
  if (waited) await waitAgain(ctx, facts.number, event.at)
  if (wasClosed) await unlinkOriginal(ctx, facts.number, event.at)
  const rank = (await isFree(ctx, facts.number, data.fromRank)) ? data.fromRank : facts.rank
  await writeMove(ctx, facts, { rank, close: wasReopened, reopen: Boolean(wasClosed) })
  const back = { board: data.board, from: data.to, to: data.from, rank, fromRank: facts.rank }
  const number =
    event.type === 'issue.ranked'
      ? await record(ctx, { type: 'issue.ranked', issue: facts.number, data: back })
      : await record(ctx, {
          type: 'issue.moved',
          issue: facts.number,
          data: {
            ...back,
            ...change,
            ...wait,
            ...(wasReopened ? { closed: wasReopened } : {}),
            ...(wasClosed ? { reopened: true, was: wasClosed } : {}),
          },
        })
  if (wasReopened) await closeEpicIfDone(ctx, facts.epic, facts.number)
  if (wasClosed) await reopenEpic(ctx, facts.epic, facts.number, 'reopened')
  return number
}

async function reopened(ctx: Ctx, facts: IssueFacts, event: number): Promise<number> {
  await reopenEpic(ctx, facts.epic, facts.number, 'reopened')
  return event
}

async function closed(ctx: Ctx, facts: IssueFacts, event: number): Promise<number> {
  await closeEpicIfDone(ctx, facts.epic, facts.number)
  return event
}

async function isFree(ctx: Ctx, issue: number, rank: string): Promise<boolean> {
  const { rows } = await ctx.db.query(
    'select 1 from issues where group_id = $1 and rank = $2 and number <> $3',
    [ctx.group.id, rank, issue],
  )
  return rows.length === 0
}

const swapped = <T>({ from, to }: { from: T; to: T }) => ({ from: to, to: from })

const full = (labels: readonly { id: string; title: string; meaning?: string | null }[]) =>
  labels.map((label) => ({ ...label, meaning: label.meaning ?? null }))
