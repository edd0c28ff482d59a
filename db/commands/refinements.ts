import { turnOf, whyRefined } from '#lib/domain/refinement.ts'
import type { Ctx } from '../context.ts'
import { factsUnseen } from '../queries/facts.ts'
import { issuesToRefine } from '../queries/refinements.ts'
import { writeClosed, writeReopened } from './issues/write-closed.ts'

/**
 * Closes and opens the refinement issues that list one of these issues, as they are now: called after the event `cause`,
 * which changed what is left to weigh, in its transaction.
 */
export async function followRefinements(ctx: Ctx, refs: readonly number[], cause: number): Promise<void> {
  const { rows } = await ctx.db.query<{ ref: number; newest: boolean }>({
    name: 'refinements-of-issues',
    text: `select r.number as ref, not exists (select from issues n
          where n.group_id = $1 and n.kind = 'refinement' and n.number > r.number) as newest
      from issues r where r.group_id = $1 and r.kind = 'refinement' and r.number = any(array(
        select unnest($2::int[])
        union select l.to_number from issue_links l where l.group_id = $1 and l.kind = 'relates' and l.from_number = any($2)
        union select l.from_number from issue_links l where l.group_id = $1 and l.kind = 'relates' and l.to_number = any($2)))`,
    values: [ctx.group.id, refs],
  })
  for (const { ref, newest } of rows) await follow(ctx, ref, newest, cause)
}

async function follow(ctx: Ctx, ref: number, newest: boolean, cause: number): Promise<void> {
  const [facts, issues, turned] = await Promise.all([
    factsUnseen(ctx, ref),
    issuesToRefine(ctx, ref),
    lastTurn(ctx, ref),
  ])
  if (!facts) return
  const turn = turnOf({ state: facts.state, issues, newest, turned, undoes: ctx.undoes ?? null })
  if (turn === 'close') {
    await writeClosed(ctx, facts, 'done', { cause, because: whyRefined(issues) ?? 'as before' })
  }
  if (turn === 'reopen') {
    await writeReopened(ctx, facts, { cause, because: 'an issue of it has no weight' })
  }
}

type Turn = { type: 'closed' | 'reopened'; cause: number | null }

async function lastTurn(ctx: Ctx, ref: number): Promise<Turn | null> {
  const { rows } = await ctx.db.query<{ closed: boolean; cause: number | null }>({
    name: 'last-turn-of-issue',
    text: `select type = 'issue.closed' as closed, (data->>'cause')::int as cause from events
      where group_id = $1 and issue_number = $2 and type in ('issue.closed', 'issue.reopened')
      order by number desc limit 1`,
    values: [ctx.group.id, ref],
  })
  return rows[0] ? { type: rows[0].closed ? 'closed' : 'reopened', cause: rows[0].cause } : null
}
