import type { InputOf, OutputOf } from '#lib/contract/endpoint.ts'
import type { compareTexts as endpoint } from '#lib/contract/events.ts'
import type { AnyEvent } from '#lib/domain/events.ts'
import { may } from '#lib/domain/permissions.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'

/**
 * The texts that an edit changed, which its event keeps.
 * @throws not_found for an event that edited no text, as for one that the reader may not see
 */
export async function compareTexts(
  ctx: Ctx,
  { event: number }: InputOf<typeof endpoint>,
): Promise<OutputOf<typeof endpoint>> {
  const { rows } = await ctx.db.query<AnyEvent>(
    `select e.type, e.data from events e join issues i on i.group_id = e.group_id and i.number = e.issue_number
      where e.group_id = $1 and e.number = $2 and ($3 or not i.confidential)`,
    [ctx.group.id, number, may(ctx.actor, 'see.confidential')],
  )
  const [event] = rows
  if (event?.type === 'issue.edited') {
    const { title = null, description = null } = event.data
    return { title, description, comment: null }
  }
  if (event?.type !== 'issue.comment_edited') throw notFound('The edit')
  const { from, to } = event.data
  return { title: null, description: null, comment: { from, to } }
}
