'use client'

import Link from 'next/link'

import { useActor, useGroup } from '#components/shell/use-group.ts'
import { toast } from '#components/shell/toasts.ts'
import { Button } from '#components/ui/button.tsx'
import { Chip } from '#components/ui/chip.tsx'
import { dayIn, dayMonth, daySpan } from '#components/ui/days/days.ts'
import { Icon } from '#components/ui/icon.tsx'
import type { Retrospective } from '#lib/contract/retrospectives.ts'
import { may } from '#lib/domain/permissions.ts'
import { minutesAsMarkdown } from '#lib/domain/retrospectives/minutes-text.ts'
import { monthName } from '#lib/domain/retrospectives/months.ts'
import { STAGE_TITLES, whyNotOpen } from '#lib/domain/retrospectives/retrospectives.ts'
import { issueLink, retrospectiveLink } from '#lib/kit/links.ts'

import type { RetrospectiveActs } from './retrospective-acts.ts'

type Props = { group: string; retrospective: Retrospective; acts: RetrospectiveActs }

/** Which month it is, where it stands, and the next step of the person who leads it. */
export function RetrospectiveHeader({ group, retrospective, acts }: Props) {
  const actor = useActor(group)
  const { month, from, to, stage, points, hidden, covers } = retrospective
  const leads = may(actor, 'retrospective.run')
  const total = points.length + hidden
  const whyNot = acts.busy ? 'Sending…' : whyNotOpen({ stage, points: total })?.because
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <h1 className="text-lg">Retrospective, {monthName(month)}</h1>
      <Chip>
        <b className="font-semibold text-ink">{STAGE_TITLES[stage]}</b>
        <When retrospective={retrospective} group={group} />
      </Chip>
      <Chip>
        {daySpan(from, to)}
        {covers.length > 0 && <> · Milestone {covers.join(', ')}</>}
      </Chip>
      <span className="flex-1" />
      <span className="no-print flex flex-wrap items-center gap-2">
        <Link
          href={retrospectiveLink(group)}
          prefetch={false}
          className="tap rounded-sm px-2 font-medium text-ink-2 hover:text-ink"
        >
          All months
        </Link>
        <Button kind="quiet" onClick={() => void copyMinutes(group, retrospective)}>
          <Icon name="rows" /> Copy as Markdown
        </Button>
        {leads && stage === 'not_begun' && (
          <Button
            kind="primary"
            disabledReason={acts.busy ? 'Sending…' : null}
            onClick={() => void acts.begin()}
          >
            Begin
          </Button>
        )}
        {leads && stage === 'writing' && (
          <Button kind="primary" disabledReason={whyNot} onClick={() => void acts.open()}>
            Open points
          </Button>
        )}
        {leads && stage === 'open' && (
          <Button disabledReason={acts.busy ? 'Sending…' : null} onClick={() => void acts.close()}>
            Close retrospective
          </Button>
        )}
      </span>
    </header>
  )
}

/** Since when it stands there. */
function When({ group, retrospective: { begun, opened, closed } }: Pick<Props, 'group' | 'retrospective'>) {
  const { zone } = useGroup(group)
  const last = closed ?? opened ?? begun
  return last && <span>· {dayMonth(dayIn(zone, last.at))}</span>
}

async function copyMinutes(group: string, retrospective: Retrospective): Promise<void> {
  const linkOf = (ref: number) => `${location.origin}${issueLink(group, ref)}`
  try {
    await navigator.clipboard.writeText(minutesAsMarkdown(retrospective, linkOf))
    toast({ text: 'Copied the retrospective as Markdown.' })
  } catch {
    toast({
      text: 'The browser blocked copying. Allow access to the clipboard and try again.',
      tone: 'refused',
    })
  }
}
