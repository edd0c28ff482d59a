import type { Viewer, Running } from '#lib/domain/weighing.ts'
import { Failure } from '#lib/kit/failure.ts'
import type { Ctx } from '../../context.ts'
import { runningWeighing, type RunningFacts } from '../../queries/weighings.ts'

/** @throws refused when no weighing of the issue is open */
export async function theRunning(ctx: Ctx, ref: number): Promise<RunningFacts> {
  const weighing = await runningWeighing(ctx, ref)
  if (weighing) return weighing
  throw new Failure('refused', `No estimation of #${ref} is running.`, { rule: 'not_running' })
}

/** What the actor is to a weighing, as its rules see them. */
export const viewer = ({ actor }: Ctx, { openedById, votes }: RunningFacts): Viewer => ({
  roles: actor.roles,
  opened: actor.id !== null && openedById === actor.id,
  asked: votes.some(({ id }) => id === actor.id),
})

export const standOf = ({ revealed, votes }: RunningFacts): Running => ({
  revealed,
  voted: votes.filter(({ weight }) => weight !== null).length,
})
