import { daySpan } from '#components/ui/days/days.ts'
import type { PlanningBlocks } from '#lib/contract/planning-issue.ts'

/** “Milestone 19.8, 12 Dec – 15 Jan, 25 working days” */
export function MilestoneLine({
  milestone: { title, startOn, dueOn, workingDays },
}: {
  milestone: PlanningBlocks['milestone']
}) {
  return (
    <p className="num">
      Milestone <bdi className="font-medium">{title}</bdi>, {daySpan(startOn, dueOn)}, {workingDays} working{' '}
      {workingDays === 1 ? 'day' : 'days'}
    </p>
  )
}
