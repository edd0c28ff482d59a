import type { Ctx } from '../context.ts'

/** `newest` is the last event since then; null where there was none. */
export type Touched = { newest: number | null; refs: number[] }

type Row = Touched & { events: number; whole: boolean }

/** Further behind than this, what was read before is read anew: that is faster than piece by piece. */
const MOST_BEHIND = 200

/**
 * The issues that events after the number `from` were about. Null where it does not do to read those again: there were many
 * events, or one of `nouns` that is about something else, or one that gave many issues another rank.
 */
export async function touchedSince(
  ctx: Ctx,
  from: number,
  nouns: readonly string[],
): Promise<Touched | null> {
  const { rows } = await ctx.db.query<Row>({
    name: 'touched-since',
    text: `select count(*) as events, max(number) as newest,
        coalesce(array_agg(distinct issue_number) filter (where issue_number is not null), '{}') as refs,
        coalesce(bool_or(issue_number is null and split_part(type, '.', 1) = any($3) or data ? 'spread'), false) as whole
      from events where group_id = $1 and number > $2`,
    values: [ctx.group.id, from, nouns],
  })
  const [row] = rows
  if (!row || row.whole || row.events > MOST_BEHIND) return null
  return { newest: row.newest, refs: row.refs }
}
