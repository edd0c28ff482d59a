import type { Pool } from 'pg'
import type { InputOf } from '#lib/contract/endpoint.ts'
import type { createShare as endpoint, Share } from '#lib/contract/shares.ts'
import { type Shared, whyNotShare } from '#lib/domain/shares.ts'
import { Failure, insist, notFound } from '#lib/kit/failure.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import { dayIn } from '#lib/kit/zone.ts'
import { authorise, type Ctx } from '../context.ts'
import { record } from '../events/record.ts'
import { milestonesOf, todayOf } from '../queries/milestones.ts'
import type { OpenShare } from '../queries/shares.ts'
import { hashOf, newToken } from '../token.ts'
import { inTransaction } from '../transaction.ts'
import { TOKEN_PREFIX } from './tokens.ts'

type Made = { share: Share; secret: string; event: number }

/** Makes a link to a page. The secret is its only copy, and no part of the answer that a retry would find. */
export async function createShare(
  ctx: Ctx,
  { what, milestone: slug, name, ...input }: InputOf<typeof endpoint>,
): Promise<Made> {
  const lastOn = input.lastOn ?? null
  const secret = TOKEN_PREFIX + newToken()
  const hash = hashOf(secret)
  const made = await inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'share.create')
    const milestone = slug === undefined ? null : await milestoneBySlug(ctx, slug)
    const today = todayOf(ctx)
    const of = milestone && { title: milestone.title, isShelf: milestone.shelf !== null }
    insist(whyNotShare({ what, milestone: of, lastOn, today, count: await countShares(ctx) }))
    const { rows } = await ctx.db.query<{ id: number }>(
      `insert into shares (group_id, what, milestone_id, name, token, by_id, last_on, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
      [ctx.group.id, what, milestone && Number(milestone.id), name, hash, ctx.actor.id, lastOn, ctx.now],
    )
    const id = rows[0]?.id ?? 0
    const ref = milestone && { id: milestone.id, title: milestone.title }
    const event = await record(ctx, {
      type: 'share.created',
      data: { id, what, milestone: ref, name, lastOn },
    })
    const share: Share = {
      id,
      what,
      milestone: milestone && { slug: milestone.slug, title: milestone.title },
      name,
      by: ctx.actor.name,
      createdAt: ctx.now.toISOString(),
      lastOn,
      openedOn: null,
      expired: false,
    }
    return { share, event, hash }
  })
  if (made.hash !== hash) {
    const because = 'The link exists, and its address was shown once. Revoke it and create another.'
    throw new Failure('conflict', because, { rule: 'link_shown' })
  }
  return { share: made.share, event: made.event, secret }
}

/** Ends a link at once and for good: its row goes, and with it all that its address could be found by. */
export const revokeShare = (ctx: Ctx, { share }: { share: number }) =>
  inTransaction(ctx, async (ctx) => {
    authorise(ctx, 'share.revoke')
    type Row = { what: Shared; name: string; milestone: { id: string; title: string } | null }
    const { rows } = await ctx.db.query<Row>(
      `delete from shares s where group_id = $1 and id = $2 returning s.what, s.name,
        (select jsonb_build_object('id', m.id::text, 'title', m.title) from milestones m
          where m.group_id = s.group_id and m.id = s.milestone_id) as milestone`,
      [ctx.group.id, share],
    )
    const [facts] = rows
    if (!facts) throw notFound('This link')
    return { event: await record(ctx, { type: 'share.revoked', data: { id: share, ...facts } }) }
  })

/** Notes the day on which a link was opened, once a day: who opened it, and how often, is not kept. */
export async function noteOpened(db: Pool, { id, group, openedOn }: OpenShare, now: Date): Promise<void> {
  const today: PlainDate = dayIn(group.zone, now)
  if (openedOn === today) return
  await db.query({
    name: 'note-share-opened',
    text: 'update shares set opened_on = $3 where group_id = $1 and id = $2 and opened_on is distinct from $3',
    values: [group.id, id, today],
  })
}

async function milestoneBySlug(ctx: Ctx, slug: string) {
  const found = (await milestonesOf(ctx)).find((one) => one.slug === slug)
  if (!found) throw notFound(`The milestone “${slug}”`)
  return found
}

async function countShares(ctx: Ctx): Promise<number> {
  const { rows } = await ctx.db.query<{ count: number }>(
    'select count(*)::int as count from shares where group_id = $1',
    [ctx.group.id],
  )
  return rows[0]?.count ?? 0
}
