import type { Spread } from '#lib/domain/events/issues.ts'
import { LONG_RANK, type Order, rankBetween, ranksBetween } from '#lib/domain/rank.ts'
import type { Ctx } from '../context.ts'

/** `spread`: neighbours got new ranks too, in the same order; who holds the old ones reads the board anew. */
export type Placed = { rank: string; spread: Spread[] }
export type Place = { after?: number | null | undefined; before?: number | null | undefined }

/** The column in which an issue keeps its place in an order. */
export const RANK: Record<Order, string> = { group: 'rank', planning: 'plan_rank' }

/** How many neighbours on each side are spread anew when the ranks between two of them have grown long. */
const REACH = 60

/**
 * A rank within a gap; null without one, which keeps the card where it is. Clients name neighbours, never positions:
 * the lock of the group makes this safe. A gap that has grown too narrow for short ranks is widened first.
 */
export async function rankIn(
  ctx: Ctx,
  move: { ref: number; board: string; order: Order } & Place,
  gap: Gap | undefined,
): Promise<Placed | null> {
  if (!gap) return null
  const rank = rankBetween(gap.low, gap.high)
  if (rank.length <= LONG_RANK) return { rank, spread: [] }
  const spread = await spreadAround(ctx, rank, RANK[move.order])
  const wider = await gapAt(ctx, move)
  return wider ? { rank: rankBetween(wider.low, wider.high), spread } : null
}

/** Behind everything there is: where a new issue goes. */
export async function lastRanks(ctx: Ctx): Promise<Record<Order, string>> {
  const { rows } = await ctx.db.query<Record<Order, string | null>>({
    name: 'last-ranks',
    text: `select (select max(rank) from issues where group_id = $1) as group,
        (select max(plan_rank) from issues where group_id = $1) as planning`,
    values: [ctx.group.id],
  })
  const [last] = rows
  return {
    group: rankBetween(last?.group ?? null, null),
    planning: rankBetween(last?.planning ?? null, null),
  }
}

export type Gap = { low: string | null; high: string | null }

const gapIn = (rank: string) => `select case when n.behind then n.rank else (select i.${rank} from issues i
      where i.group_id = $1 and i.${rank} < n.rank and i.number <> $2 order by i.${rank} desc limit 1) end as low,
    case when n.behind then (select i.${rank} from issues i
      where i.group_id = $1 and i.${rank} > n.rank and i.number <> $2 order by i.${rank} limit 1) else n.rank end as high
  from (select ${rank} as rank, number = $3::int as behind from issues
    where group_id = $1 and number in ($3::int, $4::int) and number <> $2
    order by number = $3::int desc nulls last limit 1) n`

const PLANNING = `exists (select from boards where group_id = $1 and slug = $5 and kind = 'planning')`

/**
 * What lies right behind `after`, or else right before `before`, in the order of the board; undefined when neither is
 * there. Which order that is, is asked in the same statement: it is sent ahead of all else that a move has to know.
 */
export async function gapAt(
  ctx: Ctx,
  { ref, board, after, before }: { ref: number; board: string } & Place,
): Promise<Gap | undefined> {
  if (after == null && before == null) return undefined
  const { rows } = await ctx.db.query<Gap>({
    name: 'gap-at',
    text: `(${gapIn('rank')} where not ${PLANNING}) union all (${gapIn('plan_rank')} where ${PLANNING})`,
    values: [ctx.group.id, ref, after ?? null, before ?? null, board],
  })
  return rows[0]
}

/** Gives the neighbourhood of a rank new, short ranks in the same order, between those that stay. */
async function spreadAround(ctx: Ctx, around: string, column: string): Promise<Spread[]> {
  const side = async (where: string) =>
    (
      await ctx.db.query<{ issue: number; rank: string }>(
        `select number as issue, ${column} as rank from issues where group_id = $1 and ${column} ${where} limit $3`,
        [ctx.group.id, around, REACH + 1],
      )
    ).rows
  const below = await side(`< $2 order by ${column} desc`)
  const above = await side(`>= $2 order by ${column}`)
  const inner = [...below.slice(0, REACH).toReversed(), ...above.slice(0, REACH)]
  const ranks = ranksBetween(below[REACH]?.rank ?? null, above[REACH]?.rank ?? null, inner.length)
  await ctx.db.query(
    `update issues i set ${column} = n.rank from unnest($2::int[], $3::text[]) as n(number, rank)
      where i.group_id = $1 and i.number = n.number`,
    [ctx.group.id, inner.map((row) => row.issue), ranks],
  )
  return inner.map(({ issue, rank }, at) => ({ issue, from: rank, to: ranks[at] ?? rank }))
}
