import type { InputOf } from '#lib/contract/endpoint.ts'
import type { setTeam as endpoint } from '#lib/contract/issue-facts.ts'
import { authorise, type Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { record } from '../../events/record.ts'
import { issueFacts, teamById, teamBySlug } from '../../queries/facts.ts'
import { changedIssue, unchangedIssue } from './changed-issue.ts'
import { setColumn } from './columns.ts'

/** Whose scope it falls under: the functional team that answers for it. */
export const setTeam = (ctx: Ctx, { ref, team: slug }: InputOf<typeof endpoint>) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.edit')
    const facts = await issueFacts(ctx, ref)
    const to = slug === null ? null : await teamBySlug(ctx, slug)
    if ((to?.id ?? null) === facts.teamId) return unchangedIssue(ctx, ref)
    await setColumn(ctx, ref, 'teamId', to?.id ?? null)
    const data = { from: await teamById(ctx, facts.teamId), to: to && { id: to.id, name: to.name } }
    return changedIssue(ctx, ref, await record(ctx, { type: 'issue.team_set', issue: ref, data }))
  })
