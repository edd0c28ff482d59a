import type { InputOf } from '#lib/contract/endpoint.ts'
import type { createLabel as promise } from '#lib/contract/labels.ts'
import { isMeaning, whyNotLabelTitle } from '#lib/domain/labels.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, inTransaction, type Ctx } from '../context.ts'
import { record } from '../events/record.ts'

export const createLabel = (
  ctx: Ctx,
  { title, description = '', hue = 260, meaning = null }: InputOf<typeof promise>,
) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'label.edit')
    insist(whyNotLabelTitle(title))
    if (meaning !== null && !isMeaning(meaning)) {
      insist({ code: 'meaning_unknown', because: `No rule knows the meaning “${meaning}”.` })
    }
    const held = await ctx.db.query<{ title: string }>(
      'select title from labels where group_id = $1 and (title = $2 or meaning = $3) limit 1',
      [ctx.group.id, title, meaning],
    )
    const [other] = held.rows
    if (other) {
      const because =
        other.title === title
          ? `There is a label “${title}” already.`
          : `“${other.title}” has that meaning already.`
      insist({ code: 'label_exists', because })
    }
    const { rows } = await ctx.db.query<{ id: string }>(
      `insert into labels (group_id, title, description, hue, meaning, created_at)
        values ($1, $2, $3, $4, $5, $6) returning id::text`,
      [ctx.group.id, title, description, hue, meaning, ctx.now],
    )
    const event = await record(ctx, { type: 'label.created', data: { title, meaning } })
    return { label: { id: rows[0]?.id ?? '', title, hue, meaning }, event }
  })
