import { Avatar } from '#components/ui/avatar.tsx'
import { dayIn, dayMonthYear } from '#components/ui/days.ts'
import type { Issue } from '#lib/contract/issues.ts'

import { nameOf } from './lookups.ts'
import type { Lookups } from './lookups.ts'

type Props = { issue: Issue; lookups: Lookups; zone: string }

const WHY = { took: 'took it', assigned: 'was named', handed_over: 'was handed it' }

/** Who drove it and when, with the words that were left at each hand-over. */
export function DriHistory({ issue, lookups, zone }: Props) {
  if (issue.driHistory.length === 0) return null
  return (
    <section className="border-t border-line pt-3">
      <h2 className="pb-2 text-xs font-medium text-ink-3">Who drove it</h2>
      <ol className="flex flex-col gap-2.5">
        {issue.driHistory.map(({ person, from, to, why, context }) => (
          <li key={`${person} ${from}`} className="flex gap-2">
            <Avatar face={{ handle: person, name: nameOf(person, lookups) }} size="sm" silent />
            <div className="min-w-0">
              <p>
                {nameOf(person, lookups)} <span className="text-ink-2">{WHY[why]}</span>
              </p>
              <p className="num text-xs text-ink-3">
                {dayMonthYear(dayIn(zone, from))} – {to === null ? 'now' : dayMonthYear(dayIn(zone, to))}
              </p>
              {context && (
                <p className="mt-0.5 border-l-2 border-line pl-2 text-pretty text-ink-2 wrap-anywhere">
                  {context}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
