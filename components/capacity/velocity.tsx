import { Section } from '#components/ui/section.tsx'
import type { CapacityView } from '#lib/contract/capacity.ts'
import { figure } from '#lib/domain/capacity/text.ts'

import { days } from './capacity-text.ts'

/** A check beside the plan: what was done for each available day, times the available days of this milestone. */
export function Velocity({ view: { velocity, total } }: { view: CapacityView }) {
  const done = velocity.past.reduce((sum, one) => sum + one.doneWeight, 0)
  const available = velocity.past.reduce((sum, one) => sum + one.availableDays, 0)
  return (
    <Section title="Velocity check" note="closed Deliverables of the last three milestones">
      {velocity.weight === null ? (
        <p className="text-ink-3">No milestone is over yet.</p>
      ) : (
        <div className="num flex flex-col gap-2 rounded-lg border border-line bg-surface px-3.5 py-2.5">
          <p className="text-pretty">
            At the pace of the last milestones the group closes <b>{figure(velocity.weight)}</b>:{' '}
            {figure(done)} ÷ {days(available)} × {days(total.availableDays)}.
          </p>
          <ul aria-label="Last milestones" className="text-xs text-ink-2">
            {velocity.past.map((one) => (
              <li key={one.title}>
                <bdi>{one.title}</bdi>: {figure(one.doneWeight)} in {days(one.availableDays)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  )
}
