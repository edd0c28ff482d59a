import { type PushedWork } from '#lib/domain/push-back-terms.ts'
import { parseWork } from '#lib/domain/push-backs.ts'
import { notFound } from '#lib/kit/failure.ts'
import type { Ctx } from '../context.ts'
import { issueFacts } from './facts.ts'
import { milestonesOf } from './milestones.ts'

/** Work that a push-back is about; `name` is what sentences call it. */
export type WorkFacts = PushedWork & { open: boolean; name: string }

/**
 * The work of a push-back, by what a body names.
 * @throws not_found also for an issue that the actor may not see
 */
export async function workNamed(ctx: Ctx, text: string): Promise<WorkFacts> {
  const named = parseWork(text)
  if (named?.kind === 'issue') {
    const { number, title, state } = await issueFacts(ctx, named.ref)
    return { kind: 'issue', key: String(number), title, open: state === 'open', name: `#${number}` }
  }
  if (named?.kind === 'epic') return epicWork(ctx, named.ref)
  return milestoneWork(ctx, named?.kind === 'milestone' ? named.slug : text)
}

async function epicWork(ctx: Ctx, number: number): Promise<WorkFacts> {
  const { rows } = await ctx.db.query<{ title: string; open: boolean }>({
    name: 'epic-work',
    text: 'select title, closed_at is null as open from epics where group_id = $1 and number = $2',
    values: [ctx.group.id, number],
  })
  const [epic] = rows
  if (!epic) throw notFound(`Epic &${number}`)
  return { kind: 'epic', key: String(number), title: epic.title, open: epic.open, name: epic.title }
}

async function milestoneWork(ctx: Ctx, slug: string): Promise<WorkFacts> {
  const found = (await milestonesOf(ctx)).find((one) => one.slug === slug)
  if (!found) throw notFound(`The milestone “${slug}”`)
  const { id, title, closedAt } = found
  return { kind: 'milestone', key: id, title, open: closedAt === null, name: title }
}
