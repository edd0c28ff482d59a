'use client'

import type { ReactNode } from 'react'

import { useActor, useGroup } from '#components/shell/use-group.ts'
import { dayIn, dayMonthYear } from '#components/ui/days/days.ts'
import type { PushBackFacts } from '#lib/contract/push-backs.ts'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { may } from '#lib/domain/permissions.ts'
import { isToDecide } from '#lib/domain/push-backs.ts'
import { isolated } from '#lib/kit/visible.ts'

import { STATE_TITLES } from './push-back-text.ts'
import { WorkLink } from './work-link.tsx'

// With its calendar and lists it is heavier than the page, and few readers decide.
const DecideForm = lazily(async () => (await import('./decide-form.tsx')).DecideForm)

type Props = { group: string; pushBack: PushBackFacts }

/** All that is recorded of a push-back, and the decision on it for those who make it. */
export function PushBackDetail({ group, pushBack }: Props) {
  const { today } = useGroup(group)
  const mayDecide = may(useActor(group), 'push_back.decide') && isToDecide(pushBack, today)
  const { subject, protects, wouldChange, revisitOn, note, left } = pushBack
  return (
    <div className="flex flex-col gap-3 pt-2">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2 max-sm:grid-cols-1 max-sm:gap-y-0.5">
        <Term head="On">
          <WorkLink group={group} work={subject} />
        </Term>
        {protects.length > 0 && (
          <Term head="Protects">
            <ul className="flex flex-col">
              {protects.map((work) => (
                <li key={work.work}>
                  <WorkLink group={group} work={work} />
                </li>
              ))}
            </ul>
          </Term>
        )}
        {wouldChange && <Term head="Would change our mind">{<Said text={wouldChange} />}</Term>}
        {revisitOn && (
          <Term head="Look at it again">
            {dayMonthYear(revisitOn)}
            {revisitOn <= today && <span className="text-warn"> · due</span>}
          </Term>
        )}
        <Decided group={group} pushBack={pushBack} />
        {note && <Term head="Note">{<Said text={note} />}</Term>}
        {left && <Term head="Say/Do">Reprioritised in {isolated(left)}</Term>}
      </dl>
      {mayDecide && <DecideForm key={pushBack.version} group={group} pushBack={pushBack} />}
    </div>
  )
}

function Decided({ group, pushBack: { state, decidedBy, decidedAt } }: Props) {
  const { zone } = useGroup(group)
  if (decidedAt === null) return null
  return (
    <Term head={STATE_TITLES[state]}>
      {decidedBy && <>by {isolated(decidedBy.name)}, </>}
      {dayMonthYear(dayIn(zone, decidedAt))}
    </Term>
  )
}

const Term = ({ head, children }: { head: string; children: ReactNode }) => (
  <>
    <dt className="text-ink-3 max-sm:pt-1.5">{head}</dt>
    <dd className="min-w-0 wrap-anywhere">{children}</dd>
  </>
)

const Said = ({ text }: { text: string }) => (
  <p dir="auto" className="whitespace-pre-line text-pretty">
    {text}
  </p>
)
