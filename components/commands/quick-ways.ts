import type { Way } from '#components/shell/toasts.ts'
import type { Issue } from '#lib/contract/issues.ts'
import type { Refused } from '#lib/http/call.ts'
import { DELIVERABLE_STAYS } from '#lib/domain/deliverable.ts'

import { TAKE_OFF_AND_MOVE, waysOn } from './next-steps.ts'

export type Acting = Pick<Issue, 'ref' | 'labels'>

/**
 * What a person does next where a quick action in their text was refused.
 *
 * @param again sends another text in its place
 */
export function quickWays(
  { ref, labels }: Acting,
  text: string,
  refusal: Refused['problem'] | null,
  again: (text: string) => void,
): Way[] {
  const rule = refusal?.['rule']
  const deliverable = labels.find(({ meaning }) => meaning === 'deliverable')
  if (rule !== DELIVERABLE_STAYS || !deliverable) return waysOn([ref], rule)
  // Acts of one text are done together, in the order of their lines.
  return [{ label: TAKE_OFF_AND_MOVE, act: () => again(`/unlabel ~"${deliverable.title}"\n${text}`) }]
}
