import type { InputOf } from '#lib/contract/endpoint.ts'
import type {
  removeView as remove,
  renameView as rename,
  SavedView,
  saveView as save,
} from '#lib/contract/views.ts'
import { whyNotViewTitle, withLabelRenamed } from '#lib/domain/view-queries.ts'
import { insist } from '#lib/kit/failure.ts'
import { authorise, type Ctx } from '../context.ts'
import { inTransaction } from '../transaction.ts'
import { record } from '../events/record.ts'
import { boardFacts } from '../queries/board-facts.ts'
import { LEADS_SOMEWHERE, viewById } from '../queries/views.ts'
import { idOr } from './ids.ts'
import { meOf } from './issues/dri.ts'

const MOST_OF_ONE = 100

/**
 * One's own view is nobody else's business and leaves no event; what the group shares is told to the group. With an
 * `id`, one that was removed comes back as what it was.
 */
export const saveView = (
  ctx: Ctx,
  { id, title, place, query, shared = false }: InputOf<typeof save> & { id?: number },
) =>
  inTransaction(ctx, async (ctx) => {
    const me = meOf(ctx)
    authorise(ctx, shared ? 'board.edit' : 'see.boards')
    if (place !== 'issues') await boardFacts(ctx, place.slice('boards/'.length))
    const held = await ctx.db.query<{ count: number }>(
      `select count(*)::int as count from saved_views where group_id = $1 and owner_id is not distinct from $2 and ${LEADS_SOMEWHERE}`,
      [ctx.group.id, shared ? null : me.id],
    )
    insist(
      (held.rows[0]?.count ?? 0) < MOST_OF_ONE
        ? null
        : { code: 'views_full', because: `There are ${MOST_OF_ONE} views. Remove one first.` },
    )
    await insistOnTitle(ctx, { id: null, title, shared })
    const { rows } = await ctx.db.query<SavedView>(
      `insert into saved_views (group_id, owner_id, place, title, query, created_at, id)
        values ($1, $2, $3, $4, $5, $6, ${idOr('saved_views', '$7')})
        returning id, title, place, query, owner_id is null as shared`,
      [ctx.group.id, shared ? null : me.id, place, title, query, ctx.now, id ?? null],
    )
    const [view] = rows
    if (!view) throw new Error('The view was not saved.')
    if (shared) await record(ctx, { type: 'view.saved', data: { id: view.id, title, place, query } })
    return view
  })

export const renameView = (ctx: Ctx, { view: id, title, query }: InputOf<typeof rename>) =>
  inTransaction(ctx, async (ctx) => {
    const view = await viewById(ctx, id)
    authorise(ctx, view.shared ? 'board.edit' : 'see.boards')
    const next = { ...view, title: title ?? view.title, query: query ?? view.query }
    if (next.title === view.title && next.query === view.query) return view
    if (next.title !== view.title) await insistOnTitle(ctx, next)
    await ctx.db.query('update saved_views set title = $3, query = $4 where group_id = $1 and id = $2', [
      ctx.group.id,
      id,
      next.title,
      next.query,
    ])
    const data = { id, from: view.title, to: next.title, query: { from: view.query, to: next.query } }
    if (view.shared) await record(ctx, { type: 'view.changed', data })
    return next
  })

/** One's own stand in one list, and those of the group in another. */
async function insistOnTitle(
  ctx: Ctx,
  { id, title, shared }: Pick<SavedView, 'title' | 'shared'> & { id: number | null },
): Promise<void> {
  const { rows } = await ctx.db.query<{ title: string }>(
    `select title from saved_views where group_id = $1 and owner_id is not distinct from $2
      and id is distinct from $3 and ${LEADS_SOMEWHERE} order by id`,
    [ctx.group.id, shared ? null : meOf(ctx).id, id],
  )
  insist(
    whyNotViewTitle(
      title,
      rows.map((other) => other.title),
    ),
  )
}

export const removeView = (ctx: Ctx, { view: id }: InputOf<typeof remove>) =>
  inTransaction(ctx, async (ctx) => {
    const { title, place, query, shared } = await viewById(ctx, id)
    authorise(ctx, shared ? 'board.edit' : 'see.boards')
    await ctx.db.query('delete from saved_views where group_id = $1 and id = $2', [ctx.group.id, id])
    if (shared) await record(ctx, { type: 'view.removed', data: { id, title, place, query } })
    return { removed: id }
  })

const LONGEST = 4000

/** Part of renaming a label, whose event tells of it: views of all people ask for the label as it is called now. */
export async function renameLabelInViews(ctx: Ctx, from: string, to: string): Promise<void> {
  const { rows } = await ctx.db.query<{ id: number; query: string }>(
    `select id, query from saved_views where group_id = $1 and (query like '%label%' or query like '%filter=%')`,
    [ctx.group.id],
  )
  const changed = rows.flatMap(({ id, query }) => {
    const next = withLabelRenamed(query, from, to)
    // what has no room for the new title keeps the old one, rather than that the label cannot be renamed
    return next === query || next.length > LONGEST ? [] : [{ id, query: next }]
  })
  if (changed.length === 0) return
  await ctx.db.query(
    `update saved_views v set query = list.query from unnest($2::int[], $3::text[]) list(id, query)
      where v.group_id = $1 and v.id = list.id`,
    [ctx.group.id, changed.map(({ id }) => id), changed.map(({ query }) => query)],
  )
}
