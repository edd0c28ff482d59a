import { whyNotPushBack } from '#lib/domain/closing/push-back.ts'
import { hasEnded } from '#lib/domain/closing/span.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { record } from '../../events/record.ts'
import { issueFacts } from '../../queries/facts.ts'
import { todayOf } from '../../queries/milestones.ts'
import { waitingPushBack } from '../../queries/push-backs.ts'
import { decideRow, writeDecision, writePushBack } from '../push-backs/write.ts'

type Left = {
  id: string
  title: string
  startOn: string | null
  dueOn: string | null
  frozen: boolean
  event: number
}

/** `oneOfMany`: of many issues in one act some leave no board of a milestone that runs; those change without it. */
export type PushBack = { reason: string; oneOfMany?: true }

/** A command’s input, of one issue or of one of many. */
export type Leaving<T> = Omit<T, 'pushBack'> & { pushBack?: PushBack | undefined }

/** What was said once of many issues, for one of them. */
export const ofOne = (pushBack: { reason: string } | undefined): PushBack | undefined =>
  pushBack && { ...pushBack, oneOfMany: true }

/**
 * Says that an issue left the Build Board of a milestone that runs by an accepted push-back, and keeps it in the register:
 * one that waits for a decision on the issue is accepted by it, with the reason as the note. `cause` is the event that took
 * it off, with which the push-back is undone.
 */
export async function acceptPushBack(
  ctx: Ctx,
  issue: number,
  { reason, oneOfMany }: PushBack,
  cause: number,
): Promise<void> {
  authorise(ctx, 'deliverable.set')
  const left = await leftBoard(ctx, issue, cause - 1)
  const refusal = whyNotPushBack(left, todayOf(ctx), reason)
  if (oneOfMany && refusal && refusal.code !== 'missing') return
  insist(refusal)
  if (!left) return
  const milestone = { id: left.id, title: left.title }
  const waiting = await waitingPushBack(ctx, issue)
  if (waiting) {
    const to = { state: 'accepted' as const, note: reason.trim(), revisitOn: null }
    await writeDecision(ctx, waiting, { to, left: milestone, cause })
    return
  }
  const said = reason.trim()
  const event = await record(ctx, {
    type: 'issue.pushed_back',
    issue,
    data: { milestone, reason: said },
    cause,
  })
  const { title } = await issueFacts(ctx, issue)
  const subject = { kind: 'issue' as const, key: String(issue), title }
  const nothing = { protects: [], wouldChange: '', revisitOn: null }
  await writePushBack(ctx, event, { subject, reason: said, ...nothing, sample: false })
  await decideRow(ctx, event, { state: 'accepted', note: '', revisitOn: null, event })
}

/** The milestone that runs whose Build Board an issue has left since an event, and by which event. */
export async function leftSince(ctx: Ctx, issue: number, after: number): Promise<Left | null> {
  const left = await leftBoard(ctx, issue, after)
  return whyNotPushBack(left, todayOf(ctx), 'A decision.') === null ? left : null
}

async function leftBoard(ctx: Ctx, issue: number, after: number): Promise<Left | null> {
  const { rows } = await ctx.db.query<Left>({
    name: 'left-build-board',
    text: `select m.id::text, m.title, m.start_on as "startOn", m.due_on as "dueOn", m.frozen_at is not null as frozen,
        coalesce(s.until_event, 0) as event
      from build_spans s join milestones m on m.group_id = s.group_id and m.id = s.milestone_id
      where s.group_id = $1 and s.issue_number = $2 and s.until_event > $3 order by s.until_event desc limit 1`,
    values: [ctx.group.id, issue, after],
  })
  const left = rows[0] ?? null
  const over = left?.dueOn ? hasEnded(left.dueOn, ctx.group.zone, ctx.now) : false
  return left && { ...left, frozen: left.frozen || over }
}
