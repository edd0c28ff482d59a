import type { ReactNode } from 'react'

import { dayMonthYear, momentIn } from '#components/ui/days/days.ts'
import { figure } from '#lib/domain/capacity/text.ts'
import type { MilestoneSayDo, SayDoDefinition } from '#lib/contract/say-do.ts'
import { percentOf } from '#lib/domain/say-do/definitions.ts'

import { PartLink } from './part-link.tsx'

/** What counts, and each ratio worked out with the figures of this milestone. */
export function HowComputed({ view, zone }: { view: MilestoneSayDo; zone: string }) {
  const { milestone, definitions, frozenAt, items } = view
  const reweighted = items.filter(({ ref }) => view.reweighted.includes(ref))
  return (
    <details className="text-sm">
      <summary className="tap flex w-fit cursor-pointer items-center px-3.5 py-2 text-xs text-ink-2 underline underline-offset-2 hover:text-ink">
        How is this computed?
      </summary>
      <div className="grid grid-cols-2 gap-x-10 gap-y-4 px-3.5 pb-4 max-lg:grid-cols-1">
        <dl className="flex flex-col gap-2.5 text-pretty">
          <Term term="Assigned">
            The issue was on the Build Board of <bdi>{milestone.title}</bdi> when the milestone started, or
            came before its end: the milestone, the group label and Deliverable at once. Taking it off later
            changes nothing.
          </Term>
          <Term term="Completed">
            Assigned, and closed as done by the end of{' '}
            {milestone.dueOn ? dayMonthYear(milestone.dueOn) : 'the due day'} in the group’s time zone, {zone}
            . Closed as a duplicate, moved or won’t do is not completed, nor is an issue that was open again
            by then.
          </Term>
          <Term term="Reprioritised">Came and left within the milestone with an accepted push-back.</Term>
          <Term term="Slipped">Assigned, and neither completed nor reprioritised.</Term>
          {frozenAt && (
            <Term term="Frozen">
              {momentIn(zone, frozenAt)}. These figures no longer change; what happened later is a note.
            </Term>
          )}
        </dl>
        <dl className="flex flex-col gap-2.5 text-pretty">
          {definitions.map((one) => (
            <Term key={one.name} term={one.title}>
              {one.text} <span className="num block text-ink">{sum(one)}</span>
            </Term>
          ))}
          {reweighted.length > 0 && (
            <Term term="Reweighed in the milestone">
              {reweighted.map(({ ref, firstWeight, weight }) => (
                <span key={ref} className="num block">
                  #{ref}: {firstWeight ?? 'unweighted'} → {weight ?? 'unweighted'}
                </span>
              ))}
            </Term>
          )}
          {view.sums.assigned.count > 0 && (
            <Term term="All assigned issues">
              <PartLink part="assigned" of={milestone.slug} className="underline underline-offset-2">
                Show {view.sums.assigned.count === 1 ? 'the issue' : `all ${view.sums.assigned.count}`}
              </PartLink>
            </Term>
          )}
        </dl>
      </div>
    </details>
  )
}

/** “7 ÷ 10 = 70 %”. */
function sum({ done, said, ratio, name }: SayDoDefinition): string {
  const unit = name === 'by_weight' ? ' weight' : ''
  const percent = percentOf(ratio)
  return percent === null
    ? 'Nothing to divide by: no ratio.'
    : `${figure(done)} ÷ ${figure(said)}${unit} = ${percent} %`
}

const Term = ({ term, children }: { term: string; children: ReactNode }) => (
  <div>
    <dt className="text-xs font-semibold">{term}</dt>
    <dd className="text-ink-2">{children}</dd>
  </div>
)
