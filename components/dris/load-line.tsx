import { figure } from '#components/boards/view/capacity.ts'
import type { DriLoad } from '#lib/contract/drift.ts'
import { isolated } from '#lib/kit/visible.ts'

type Props = {
  load: DriLoad | null
  /** Title of the milestone. */
  milestone: string
}

/** What a person drives in a milestone, beside their capacity in it and the days they are away. */
export function LoadLine({ load, milestone }: Props) {
  if (load === null) return null
  return (
    <span className="num text-xs font-normal text-ink-2">
      {loadText(load)} in {isolated(milestone)}
    </span>
  )
}

export function loadText({ drives, capacity, daysAway }: Omit<DriLoad, 'handle' | 'name'>): string {
  const parts = [
    `drives weight ${figure(drives)}`,
    ...(capacity === null ? [] : [`capacity ${figure(capacity)}`]),
    ...(daysAway > 0 ? [`${figure(daysAway)} ${daysAway === 1 ? 'day' : 'days'} away`] : []),
  ]
  return parts.join(' · ')
}
