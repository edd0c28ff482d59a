import type { InputOf } from '#lib/contract/endpoint.ts'
import type { releaseIssue as release, takeIssue as take } from '#lib/contract/issues.ts'
import { whyNotRelease, whyNotTake } from '#lib/domain/dri.ts'
import { issueSubject } from '#lib/domain/subjects.ts'
import { Failure, insist } from '#lib/kit/failure.ts'
import { warnErosion } from '#lib/domain/readiness.ts'
import { authorise, type Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { record } from '../../events/record.ts'
import { issueFacts } from '../../queries/facts.ts'
import { waitingOffer } from '../../queries/hand-overs.ts'
import { changedIssue } from './changed-issue.ts'
import { beginDri, endDri, meOf } from './dri.ts'

/**
 * Handbook › Epics and Tech Leads: "Any engineer on the team can work on the issues in the epic, self-assigned using
 * the Kanban process". Of any number who take one issue at once, exactly one gets it; the others learn who did.
 */
export const takeIssue = (ctx: Ctx, { ref }: InputOf<typeof take>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.take')
    const me = meOf(ctx)
    const taking = ctx.db.query({
      name: 'take-issue',
      text: `update issues set dri_id = $3, updated_at = $4
        where group_id = $1 and number = $2 and dri_id is null and state = 'open'`,
      values: [ctx.group.id, ref, me.id, ctx.now],
    })
    const [won, facts] = await Promise.all([taking, issueFacts(ctx, ref)])
    if (won.rowCount === 0)
      throw lost(
        facts.dri,
        whyNotTake({
          open: facts.state === 'open',
          dri: facts.dri?.id ?? null,
          driName: facts.dri?.name ?? null,
          me: me.id,
        }),
      )
    await beginDri(ctx, issueSubject(ref), { person: me.id, why: 'took' })
    const assigned = !facts.assignees.some((person) => person.id === me.id)
    if (assigned) {
      await ctx.db.query({
        name: 'assign-me',
        text: 'insert into issue_assignees (group_id, issue_number, person_id, added_at) values ($1, $2, $3, $4)',
        values: [ctx.group.id, ref, me.id, ctx.now],
      })
    }
    const event = await record(ctx, {
      type: 'issue.dri_taken',
      issue: ref,
      data: { person: { id: me.id, name: me.name }, assigned },
    })
    return changedIssue(ctx, ref, event)
  })

function lost(
  winner: { handle: string; name: string } | null,
  refusal: ReturnType<typeof whyNotTake>,
): Failure {
  if (refusal?.code !== 'taken')
    return new Failure('refused', refusal?.because ?? 'It cannot be assigned to you.', {
      rule: refusal?.code,
    })
  return new Failure('conflict', refusal.because, {
    rule: 'taken',
    winner: winner?.handle,
    winnerName: winner?.name,
  })
}

/** Gives an issue back to the board; the person who was its DRI is no longer assigned either. */
export const releaseIssue = (ctx: Ctx, { ref }: InputOf<typeof release>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.take')
    const me = meOf(ctx)
    const [facts, offer] = await Promise.all([issueFacts(ctx, ref), waitingOffer(ctx, issueSubject(ref))])
    const asked = offer?.to.name ?? null
    insist(whyNotRelease({ dri: facts.dri?.id ?? null, driName: facts.dri?.name ?? null, me: me.id, asked }))
    await endDri(ctx, issueSubject(ref), me.id)
    await ctx.db.query(
      'delete from issue_assignees where group_id = $1 and issue_number = $2 and person_id = $3',
      [ctx.group.id, ref, me.id],
    )
    const unassigned = facts.assignees.some((person) => person.id === me.id)
    const event = await record(ctx, {
      type: 'issue.dri_released',
      issue: ref,
      data: { person: { id: me.id, name: me.name }, unassigned },
    })
    const assignees = facts.assignees.filter((person) => person.id !== me.id)
    return changedIssue(ctx, ref, event, warnErosion(facts, { ...facts, dri: null, assignees }))
  })
