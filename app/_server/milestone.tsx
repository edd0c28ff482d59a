import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { milestoneAt } from '#components/milestones/milestone-at.ts'
import { NoMilestones } from '#components/milestones/no-milestones.tsx'
import type { MilestoneFacts } from '#lib/contract/facts.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { answerFor, type Read, Prefetch, titled } from './prefetch.tsx'

export type MilestoneParams = { params: Promise<{ group: string; milestone: string }> }

type Found = { group: string; found: MilestoneFacts }
type Shown = {
  reads: (at: Found) => readonly Read[]
  /** What such a page is for, where there is no milestone with dates yet. */
  none: string
  page: (at: Found) => ReactNode
}

/** The page of the milestone that the address names, where `current` and `next` count as names; others are not found. */
export async function milestonePage({ params }: MilestoneParams, { reads, none, page }: Shown) {
  const { group, milestone } = await params
  const found = milestoneAt(await answerFor(listMilestones, { group }), milestone)
  if (!found && ['current', 'next'].includes(milestone)) {
    return <NoMilestones group={group}>{none}</NoMilestones>
  }
  if (!found) notFound()
  const at = { group, found }
  return <Prefetch reads={reads(at)}>{page(at)}</Prefetch>
}

/** The title of such a page. @param say gets the title of the milestone */
export async function milestoneTitled(
  { params }: MilestoneParams,
  { say, otherwise }: { say: (title: string) => string; otherwise: string },
): Promise<Metadata> {
  const { group, milestone } = await params
  return titled(
    listMilestones,
    { group },
    {
      say: (list) => {
        const title = milestoneAt(list, milestone)?.title
        return title && say(title)
      },
      otherwise,
    },
  )
}
