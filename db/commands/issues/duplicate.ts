import type { CloseReason } from '#lib/domain/issues.ts'
import { insist } from '#lib/kit/failure.ts'
import type { Ctx } from '../../context.ts'
import { issueFacts } from '../../queries/facts.ts'
import { link, unlink } from '../links.ts'

/** Of an issue that is closed as a duplicate, says of which; before the event of the closing. */
export async function linkOriginal(
  ctx: Ctx,
  ref: number,
  reason: CloseReason,
  original: number | undefined,
): Promise<void> {
  if (original === undefined) return
  if (reason !== 'duplicate') {
    insist({ code: 'no_duplicate', because: 'Only a duplicate has an original.' })
  }
  await issueFacts(ctx, original)
  if (!(await duplicates(ctx, ref)).some(({ of }) => of === original)) {
    await link(ctx, ref, 'duplicates', original)
  }
}

/** Takes back the link that was made together with a closing; one that was there before stays. */
export async function unlinkOriginal(ctx: Ctx, ref: number, closedAt: Date): Promise<void> {
  for (const { of, since } of await duplicates(ctx, ref)) {
    if (since.getTime() === closedAt.getTime()) await unlink(ctx, ref, 'duplicates', of)
  }
}

async function duplicates(ctx: Ctx, ref: number): Promise<{ of: number; since: Date }[]> {
  const { rows } = await ctx.db.query<{ of: number; since: Date }>(
    `select to_subject_number as "of", created_at as since from issue_links
      where group_id = $1 and from_number = $2 and to_number is not null and kind = 'duplicates'`,
    [ctx.group.id, ref],
  )
  return rows
}
