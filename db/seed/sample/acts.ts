import type { CloseReason } from '#lib/domain/issues.ts'
import type { WorkType } from '#lib/domain/labels.ts'
import { CLOSED } from '#lib/domain/boards.ts'
import { issueSubject } from '#lib/domain/subjects.ts'
import { acceptHandOver } from '../../commands/hand-overs/answer.ts'
import { handOver } from '../../commands/hand-overs/hand-over.ts'
import { assignIssue } from '../../commands/issues/assign.ts'
import { closeIssue, reopenIssue } from '../../commands/issues/close.ts'
import { commentOnIssue } from '../../commands/issues/comment.ts'
import { createIssue } from '../../commands/issues/create.ts'
import { labelIssue } from '../../commands/issues/labels.ts'
import { moveIssue } from '../../commands/issues/move.ts'
import { planIssue, weighIssue } from '../../commands/issues/plan.ts'
import { takeIssue } from '../../commands/issues/take.ts'
import { issueFacts } from '../../queries/facts.ts'
import { waitingOffer } from '../../queries/hand-overs.ts'
import { boardFacts } from '../../queries/board-facts.ts'
import type { Ctx } from '../../context.ts'
import type { Act, Timeline } from './timeline.ts'

type Run = Act['run']
/** `ref` is read when the act runs: the issue has its number by then. */
type Subject = Pick<Timeline, 'ref'>

const of = (ctx: Ctx, subject: Subject) => ({ group: ctx.group.slug, ref: subject.ref })
const state = (title: string) => `workflow::${title}`
export const typeLabel = (type: WorkType) => `type::${type}`

type Birth = { milestone: string | null; state: string | null; epic: () => number | null }

export const create =
  (timeline: Timeline, { milestone, state: first, epic }: Birth): Run =>
  async (ctx) => {
    const { line, topic } = timeline
    const made = await createIssue(ctx, {
      group: ctx.group.slug,
      title: line.title,
      description: line.description,
      labels: [
        'group::custom models',
        ...(line.type ? [typeLabel(line.type)] : []),
        ...topic.labels,
        ...line.labels,
        ...(line.spikeScope ? ['spike'] : []),
        ...(first ? [state(first)] : []),
      ],
      milestone,
      epic: epic(),
      team: topic.team,
      confidential: line.confidential,
      spikeScope: line.spikeScope,
      sample: true,
    })
    timeline.ref = made.card.ref
  }

export const plan =
  (subject: Subject, milestone: string): Run =>
  (ctx) =>
    planIssue(ctx, { ...of(ctx, subject), milestone })

/** The closing of its milestone has moved it by now. */
export const arrived =
  (subject: Subject, milestone: string): Run =>
  async (ctx) => {
    const { milestone: now } = await issueFacts(ctx, subject.ref)
    if (now?.title !== milestone) throw new Error(`#${subject.ref} did not come to ${milestone}.`)
  }

export const weigh =
  (subject: Subject, weight: number): Run =>
  (ctx) =>
    weighIssue(ctx, { ...of(ctx, subject), weight })

export const label =
  (subject: Subject, title: string): Run =>
  (ctx) =>
    labelIssue(ctx, { ...of(ctx, subject), add: [title] })

/** `pushedBack`: why, where it leaves the milestone by an accepted push-back. */
export const unlabel =
  (subject: Subject, title: string, pushedBack: string | null = null): Run =>
  (ctx) =>
    labelIssue(ctx, {
      ...of(ctx, subject),
      remove: [title],
      ...(pushedBack === null ? {} : { pushBack: { reason: pushedBack } }),
    })

/** Sets a workflow state outside of a board. */
export const bring = (subject: Subject, to: string): Run => label(subject, state(to))
export const forget = (subject: Subject, from: string): Run => unlabel(subject, state(from))

/** Drags a card to the column of that title, on the board of that slug. */
export const move =
  (subject: Subject, board: string, to: string, blocked?: { need: string; from: string }): Run =>
  async (ctx) => {
    const column =
      to === CLOSED ? to : (await boardFacts(ctx, board)).columns.find(({ title }) => title === to)?.id
    if (!column) throw new Error(`The ${board} board has no column “${to}”.`)
    await moveIssue(ctx, { ...of(ctx, subject), board, to: column, ...(blocked && { blocked }) })
  }

/** Puts a card right behind another on the Planning Board. */
export const place =
  (subject: Subject, after: Subject): Run =>
  (ctx) =>
    moveIssue(ctx, { ...of(ctx, subject), board: 'planning', to: null, after: after.ref })

export const take =
  (subject: Subject): Run =>
  (ctx) =>
    takeIssue(ctx, of(ctx, subject))

/** Names the first DRI. */
export const name =
  (subject: Subject, to: string): Run =>
  (ctx) =>
    handOver(ctx, { ...of(ctx, subject), from: null, to })

export type HandOver = { from: string; to: string; context: string }

/** Asks somebody to take over. */
export const offer =
  (subject: Subject, wanted: HandOver): Run =>
  (ctx) =>
    handOver(ctx, { ...of(ctx, subject), ...wanted })

/** Takes over what waits for it. */
export const accept =
  (subject: Subject): Run =>
  async (ctx) => {
    const waiting = await waitingOffer(ctx, issueSubject(subject.ref))
    if (!waiting) throw new Error(`There is no waiting hand-over on #${subject.ref}.`)
    await acceptHandOver(ctx, { ...of(ctx, subject), offer: waiting.id })
  }

export const assign =
  (subject: Subject, to: string): Run =>
  (ctx) =>
    assignIssue(ctx, { ...of(ctx, subject), assignees: [to] })

export const say =
  (subject: Subject) =>
  (body: string): Run =>
  (ctx) =>
    commentOnIssue(ctx, { ...of(ctx, subject), body, sample: true })

export const close =
  (subject: Subject, reason: CloseReason): Run =>
  (ctx) =>
    closeIssue(ctx, { ...of(ctx, subject), reason })

export const reopen =
  (subject: Subject): Run =>
  (ctx) =>
    reopenIssue(ctx, of(ctx, subject))
