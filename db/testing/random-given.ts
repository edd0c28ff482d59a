import type { Ctx } from '../context.ts'

/** Numbers out of which an act is made: which one, by whom, and on what. */
export type Step = { act: number; who: number; ref: number; what: number }

/** What an act is done to. `pick` takes one of a list, which has at least one; `more` says how, whatever was picked. */
export type Given = {
  ref: number
  other: number
  what: number
  more: number
  pick: <T>(list: readonly T[]) => T
}
export type Act = (ctx: Ctx, given: Given) => Promise<unknown>

export const group = 'custom-models'
export const TEAMS = ['model-selection', 'gateway-services', 'connectivity']

export const titles = async (ctx: Ctx): Promise<string[]> =>
  (await ctx.db.query<{ title: string }>('select title from labels where group_id = 1 order by id')).rows.map(
    ({ title }) => title,
  )

export const anyId = async (ctx: Ctx, table: string, what: number): Promise<number> => {
  const { rows } = await ctx.db.query<{ id: number }>(
    `select id from ${table} where group_id = 1 order by id`,
  )
  return rows[what % Math.max(1, rows.length)]?.id ?? 0
}

/** The label that means it now, whatever it is called. */
export async function labelMeaning(ctx: Ctx, meaning: string): Promise<{ id: number; title: string } | null> {
  const { rows } = await ctx.db.query<{ id: number; title: string }>(
    'select id, title from labels where group_id = 1 and meaning = $1',
    [meaning],
  )
  return rows[0] ?? null
}
