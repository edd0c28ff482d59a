import type { InputOf } from '#lib/contract/endpoint.ts'
import type { abandonWeighing as abandon, openWeighing as open } from '#lib/contract/weighings.ts'
import { may } from '#lib/domain/permissions.ts'
import { whyNotAbandon, whyNotOpen } from '#lib/domain/weighing.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { record } from '../../events/record.ts'
import { issueFacts, memberByHandle, rolesOf } from '../../queries/facts.ts'
import { proposedFor, runningWeighing } from '../../queries/weighings.ts'
import { changedIssue } from '../issues/changed-issue.ts'
import { viewer, theRunning } from './running.ts'

/** Asks several people what an issue weighs; none of them sees what the others say. */
export const openWeighing = (ctx: Ctx, { ref, asked }: InputOf<typeof open>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.weigh')
    const facts = await issueFacts(ctx, ref)
    const handles = [...new Set(asked ?? (await proposedFor(ctx, facts.teamId)))]
    const people = await Promise.all(handles.map((handle) => memberByHandle(ctx, handle)))
    const running = (await runningWeighing(ctx, ref)) !== null
    insist(whyNotOpen({ open: facts.state === 'open', running, asked: people.length }))
    for (const { id, name } of people) {
      const refusal = { code: 'not_allowed', because: `${name} does not estimate issues here.` }
      insist(may({ roles: await rolesOf(ctx, id), admin: false }, 'issue.weigh') ? null : refusal)
    }
    await ctx.db.query(
      `with opened as (
        insert into weighings (group_id, issue_number, opened_by_id, opened_at) values ($1, $2, $3, $4) returning id
      ) insert into weighing_votes (group_id, weighing_id, person_id) select $1, opened.id, unnest($5::text[]) from opened`,
      [ctx.group.id, ref, ctx.actor.id, ctx.now, people.map(({ id }) => id)],
    )
    const event = await record(ctx, {
      type: 'weighing.opened',
      issue: ref,
      data: {
        asked: people.map(({ handle }) => handle),
        people: people.map(({ id, name }) => ({ id, name })),
      },
    })
    return changedIssue(ctx, ref, event)
  })

/** Ends it without a weight. What was not revealed stays unsaid. */
export const abandonWeighing = (ctx: Ctx, { ref }: InputOf<typeof abandon>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.weigh')
    await issueFacts(ctx, ref)
    const weighing = await theRunning(ctx, ref)
    insist(whyNotAbandon(viewer(ctx, weighing)))
    await ctx.db.query('update weighings set closed_at = $3 where group_id = $1 and id = $2', [
      ctx.group.id,
      weighing.id,
      ctx.now,
    ])
    return changedIssue(ctx, ref, await record(ctx, { type: 'weighing.abandoned', issue: ref, data: {} }))
  })
