import Link from 'next/link'

import { useGroup } from '#components/shell/use-group.ts'
import { dayMonth } from '#components/ui/days/days.ts'
import { Rows, Section } from '#components/ui/section.tsx'
import type { Week } from '#lib/contract/week.ts'
import { monthName } from '#lib/domain/retrospectives/months.ts'
import { retrospectiveLink } from '#lib/kit/links.ts'

type Props = { group: string; actions: Week['actions'] }

/** What I said I would do in a retrospective. */
export function ActionsDue({ group, actions }: Props) {
  const { today } = useGroup(group)
  return (
    <Section title="My actions" count={actions.length} note="from retrospectives">
      <Rows label="My actions">
        {actions.map(({ id, month, text, dueOn }) => (
          <li
            key={id}
            className="relative flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-line px-3.5 py-2 last:border-b-0 focus-within:bg-hover hover:bg-hover pointer-coarse:min-h-11"
          >
            <Link
              href={retrospectiveLink(group, month)}
              prefetch={false}
              className="min-w-0 flex-1 basis-60 font-medium text-pretty wrap-anywhere after:absolute after:inset-0 focus-visible:outline-offset-[-2px]"
            >
              <bdi>{text}</bdi>
            </Link>
            <span className="num text-xs text-ink-2">
              {dueOn < today ? 'was due' : 'due'} {dayMonth(dueOn)} · {monthName(month)}
            </span>
          </li>
        ))}
      </Rows>
    </Section>
  )
}
