import { Avatar } from '#components/ui/avatar.tsx'
import { dayIn, dayMonthYear } from '#components/ui/days/days.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Note } from '#components/ui/tag.tsx'
import type { Overview } from '#lib/contract/milestone-overview.ts'

import { IssueLink } from './issue-link.tsx'
import { blockedFor, needWords } from './overview-text.ts'
import { Nothing, Panel } from './panel.tsx'
import { ShowAll } from './show-all.tsx'

type Props = {
  group: string
  zone: string
  today: string
  deliverables: NonNullable<Overview['deliverables']>
  className: string
}

const FIRST = 3

/** What waits for others, the longest first: what it needs, from whom, and since when. */
export function Blocked({ group, zone, today, deliverables, className }: Props) {
  const { blocked, blockedCount } = deliverables
  const hidden = blockedCount - blocked.length
  return (
    <Panel heading="Blocked" count={blockedCount} className={className}>
      {blockedCount === 0 && <Nothing>No Deliverable is blocked.</Nothing>}
      <ShowAll
        label="Blocked"
        items={blocked}
        first={FIRST}
        render={({ ref, title, dri, need, from, since }) => {
          const day = since === null ? null : dayIn(zone, since)
          return (
            <li
              key={ref}
              data-issue={ref}
              className="flex flex-col gap-1 border-b border-line px-3.5 py-2.5 last:border-b-0"
            >
              <span className="flex items-start gap-2">
                <IssueLink
                  group={group}
                  issue={{ ref, title }}
                  className="min-w-0 flex-1 font-medium text-pretty"
                />
                {dri && <Avatar face={dri} as="dri" size="sm" />}
              </span>
              <p className="text-pretty text-ink-2 wrap-anywhere">{needWords({ need, from })}</p>
              <span className="num flex flex-wrap items-center gap-x-2 gap-y-1">
                <Note tone="bad">
                  <Icon name="blocked" className="size-3" />
                  {blockedFor(day, today)}
                </Note>
                {day && <span className="text-xs text-ink-3">since {dayMonthYear(day)}</span>}
              </span>
            </li>
          )
        }}
      />
      {hidden > 0 && <p className="num px-3.5 py-2 text-xs text-ink-3">{hidden} not shown</p>}
    </Panel>
  )
}
