import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { splitIssue as endpoint } from '#lib/contract/issue-facts.ts'
import { labelsOfPiece, whyNotSplit } from '#lib/domain/split.ts'
import { warnWeight } from '#lib/domain/weight.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../../context.ts'
import { inTransaction } from '../../transaction.ts'
import { record } from '../../events/record.ts'
import { cardByRef } from '../../queries/cards.ts'
import { issueFacts, labelByMeaning } from '../../queries/facts.ts'
import { followRefinements } from '../refinements.ts'
import { changedIssue } from './changed-issue.ts'
import { closeIssue } from './close.ts'
import { createIssue } from './create.ts'

/**
 * Breaks an issue down: the pieces carry over labels, milestone, epic, team, model and confidentiality, and the original
 * links to them. It keeps its number and its history; where the pieces hold all of the work, it is closed as moved.
 */
export const splitIssue = (
  ctx: Ctx,
  { ref, pieces, close = false }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'issue.edit')
    const [facts, card] = [await issueFacts(ctx, ref), await cardByRef(ctx, ref)]
    insist(whyNotSplit({ open: facts.state === 'open', pieces }))
    const labels = labelsOfPiece(facts.labels, await labelByMeaning(ctx, 'workflow.planning-breakdown'))
    const into: number[] = []
    for (const { title, weight = null } of pieces) {
      const piece = await createIssue(ctx, {
        group: ctx.group.slug,
        title,
        description: `A piece of #${ref}.`,
        labels: labels.map((label) => label.title),
        milestone: card?.milestone ?? null,
        epic: facts.epic,
        team: card?.team ?? null,
        model: facts.model && Number(facts.model.id),
        weight,
        confidential: facts.confidential,
      })
      into.push(piece.card.ref)
    }
    await linkPieces(ctx, ref, into)
    const event = await record(ctx, { type: 'issue.split', issue: ref, data: { into } })
    await followRefinements(ctx, [ref], event)
    const closed = close ? await closeIssue(ctx, { group: ctx.group.slug, ref, reason: 'moved' }) : null
    const heavy = pieces.map(({ weight }) => warnWeight(weight ?? null))
    return { ...(await changedIssue(ctx, ref, closed?.event ?? event, heavy)), pieces: into }
  })

/** The event of the split tells of all of these links at once; the pieces begin with them. */
async function linkPieces(ctx: Ctx, ref: number, into: readonly number[]): Promise<void> {
  await ctx.db.query(
    `insert into issue_links (group_id, from_subject_kind, from_subject_number, to_subject_kind, to_subject_number,
        kind, by_id, created_at)
      select $1, 'issue', $2, 'issue', unnest($3::int[]), 'split_into', $4, $5`,
    [ctx.group.id, ref, into, ctx.actor.id, ctx.now],
  )
}
