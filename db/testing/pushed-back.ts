import { labelIssue } from '../commands/issues/labels.ts'
import { decidePushBack } from '../commands/push-backs/decide.ts'
import { raisePushBack } from '../commands/push-backs/raise.ts'
import type { Ctx } from '../context.ts'

const group = 'custom-models'
const reason = 'A migration first.'

/** The EM takes a Deliverable off, and says that it was pushed back. */
export const pushBack = (ctx: Ctx, ref: number): Promise<unknown> =>
  labelIssue(ctx, { group, ref, remove: ['Deliverable'], pushBack: { reason } })

/** The same by a push-back of the register, whose decision takes the Deliverable off. */
export async function acceptPushBack(ctx: Ctx, ref: number): Promise<unknown> {
  const { pushBack } = await raisePushBack(ctx, { group, work: `issue-${ref}`, reason })
  const { id, version } = pushBack
  const move = { withoutDeliverable: true }
  return decidePushBack(ctx, { group, pushBack: id, version, decision: 'accepted', move })
}
