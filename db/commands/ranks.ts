import { LONG_RANK, rankBetween, ranksBetween } from '#lib/domain/rank.ts'
import type { Ctx } from '../context.ts'

/** `spread`: neighbours got new ranks too, in the same order; who holds the old ones reads the board anew. */
export type Placed = { rank: string; spread: boolean }
export type Place = { after?: number | null | undefined; before?: number | null | undefined }

/** How many neighbours on each side are spread anew when the ranks between two of them have grown long. */
const REACH = 60

/**
 * A rank within a gap; null without one, which keeps the card where it is. Clients name neighbours, never positions:
 * the lock of the group makes this safe. A gap that has grown too narrow for short ranks is widened first.
 */
export async function rankIn(
  ctx: Ctx,
  ref: number,
  place: Place,
  gap: Gap | undefined,
): Promise<Placed | null> {
  if (!gap) return null
  const rank = rankBetween(gap.low, gap.high)
  if (rank.length <= LONG_RANK) return { rank, spread: false }
  await spread(ctx, rank)
  const wider = await gapAt(ctx, ref, place)
  return wider ? { rank: rankBetween(wider.low, wider.high), spread: true } : null
}

/** Behind everything there is: where a new issue goes. */
export async function lastRank(ctx: Ctx): Promise<string> {
  const { rows } = await ctx.db.query<{ rank: string | null }>({
    name: 'last-rank',
    text: 'select max(rank) as rank from issues where group_id = $1',
    values: [ctx.group.id],
  })
  return rankBetween(rows[0]?.rank ?? null, null)
}

export type Gap = { low: string | null; high: string | null }

/** What lies right behind `after`, or else right before `before`; undefined when neither is there. */
export async function gapAt(ctx: Ctx, ref: number, { after, before }: Place): Promise<Gap | undefined> {
  if (after == null && before == null) return undefined
  const { rows } = await ctx.db.query<Gap>({
    name: 'gap-at',
    text: `select case when n.behind then n.rank else (select i.rank from issues i
          where i.group_id = $1 and i.rank < n.rank and i.number <> $2 order by i.rank desc limit 1) end as low,
        case when n.behind then (select i.rank from issues i
          where i.group_id = $1 and i.rank > n.rank and i.number <> $2 order by i.rank limit 1) else n.rank end as high
      from (select rank, number = $3::int as behind from issues
        where group_id = $1 and number in ($3::int, $4::int) and number <> $2
        order by number = $3::int desc nulls last limit 1) n`,
    values: [ctx.group.id, ref, after ?? null, before ?? null],
  })
  return rows[0]
}

/** Gives the neighbourhood of a rank new, short ranks in the same order, between those that stay. */
async function spread(ctx: Ctx, around: string): Promise<void> {
  const side = async (text: string) =>
    (await ctx.db.query<{ number: number; rank: string }>(text, [ctx.group.id, around, REACH + 1])).rows
  const below = await side(
    'select number, rank from issues where group_id = $1 and rank < $2 order by rank desc limit $3',
  )
  const above = await side(
    'select number, rank from issues where group_id = $1 and rank >= $2 order by rank limit $3',
  )
  const inner = [...below.slice(0, REACH).toReversed(), ...above.slice(0, REACH)]
  const ranks = ranksBetween(below[REACH]?.rank ?? null, above[REACH]?.rank ?? null, inner.length)
  await ctx.db.query(
    `update issues i set rank = n.rank from unnest($2::int[], $3::text[]) as n(number, rank)
      where i.group_id = $1 and i.number = n.number`,
    [ctx.group.id, inner.map((row) => row.number), ranks],
  )
}
