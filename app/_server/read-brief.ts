import type { Ctx } from '#db/context.ts'
import { visitOf } from '#db/queries/brief-facts.ts'
import { keptBrief } from '#db/queries/briefs.ts'
import type { Brief } from '#lib/contract/briefs.ts'
import { nextVisit } from '#lib/domain/briefs.ts'

/** The brief of a milestone, and when its reader looked before: for a visitor with a public link their browser knows. */
export async function readBrief(ctx: Ctx, newest: number, milestone: string): Promise<Brief> {
  const common = await keptBrief(ctx, newest, { milestone })
  if (ctx.actor.id === null) return { ...common, lookedAt: null }
  const { since } = nextVisit(await visitOf(ctx, common.milestone.id), ctx.now.getTime())
  return { ...common, lookedAt: since === null ? null : new Date(since).toISOString() }
}
