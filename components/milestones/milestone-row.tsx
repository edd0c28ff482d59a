import Link from 'next/link'

import { Row } from '#components/ui/rows.tsx'
import { Button } from '#components/ui/button.tsx'
import { dayMonthYear } from '#components/ui/days/days.ts'
import { Note } from '#components/ui/tag.tsx'
import type { MilestoneFacts } from '#lib/contract/facts.ts'
import { issuesLink, milestoneLink } from '#lib/kit/links.ts'

import { CloseMilestone } from './close/close-milestone.tsx'

type Props = {
  group: string
  milestone: MilestoneFacts
  when: 'current' | 'next' | null
  reason: string | null
  onEdit: () => void
}

export function MilestoneRow({ group, milestone, when, reason, onEdit }: Props) {
  const { slug, title, shelf, startOn, dueOn, closed } = milestone
  const place = shelf === null ? milestoneLink(group, slug) : issuesLink(group, { milestone: slug })
  return (
    <Row>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 font-semibold">
          <Link href={place} prefetch={false} className="tap num rounded-xs wrap-anywhere hover:underline">
            <bdi>{title}</bdi>
          </Link>
          {when && <Note tone={when === 'current' ? 'good' : 'calm'}>{when}</Note>}
          {closed && <Note tone="calm">closed</Note>}
        </p>
        <p className="num text-pretty text-ink-2">
          {startOn && dueOn ? `${dayMonthYear(startOn)} – ${dayMonthYear(dueOn)}` : SAYS[shelf ?? 'backlog']}
        </p>
      </div>
      <CloseMilestone group={group} milestone={milestone} />
      {!reason && (
        <Button aria-label={`Edit ${title}`} onClick={onEdit}>
          Edit
        </Button>
      )}
    </Row>
  )
}

/** What a shelf is for, whatever it is called. */
const SAYS: Record<NonNullable<MilestoneFacts['shelf']>, string> = {
  'next-1-3': 'What comes in the next one to three milestones.',
  'next-4-6': 'What comes in the next four to six milestones.',
  // Handbook › Issue Milestones, both.
  backlog: 'Not intended to be worked on, although the community may.',
  'awaiting-feedback': 'May be worked on, pending customer interest.',
}
