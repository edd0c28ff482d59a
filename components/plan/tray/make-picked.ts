import type { QueryClient } from '@tanstack/react-query'

import { changeMany } from '#components/changes/change-many.ts'
import { selectPlan } from '#lib/contract/plan.ts'
import type { Plan } from '#lib/contract/plan.ts'

import { isHandedOver } from '../picked.ts'
import type { PickedOne } from '../picked.ts'

type What = {
  group: string
  milestone: Plan['milestone']
  made: readonly PickedOne[]
  /** For those who take over from another DRI. */
  context: string
}

/** Makes the picks Deliverables, undone as one. Answers those that are none. */
export function makePicked(
  client: QueryClient,
  { group, milestone, made, context }: What,
): Promise<number[]> {
  const items = new Map(made.map((one) => [one.candidate.card.ref, itemOf(one, context)]))
  return changeMany(client, {
    group,
    endpoint: selectPlan,
    refs: [...items.keys()],
    input: (some, [begun]) => ({
      group,
      milestone: milestone.slug,
      items: some.flatMap((ref) => items.get(ref) ?? []),
      // what carries on an act is undone with it
      ...(begun ? { carriesOn: begun.event } : {}),
    }),
    optimistic: [],
    message: (count) =>
      `Made ${count} ${count === '1 issue' ? 'a Deliverable' : 'Deliverables'} of ${milestone.title}.`,
  })
}

function itemOf(one: PickedOne, context: string) {
  const { candidate, dri } = one
  const { ref, dri: was } = candidate.card
  if (dri === null || dri === was) return { ref }
  return { ref, dri, was, ...(isHandedOver(one) ? { context } : {}) }
}
