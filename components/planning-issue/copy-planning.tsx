'use client'

import { useQuery } from '@tanstack/react-query'

import { useGroup } from '#components/shell/use-group.ts'
import { toast } from '#components/shell/toasts.ts'
import { Button } from '#components/ui/button.tsx'
import { dayIn } from '#components/ui/days/days.ts'
import type { PlanningIssue } from '#lib/contract/planning-issue.ts'
import { readUpdates } from '#lib/contract/updates.ts'
import { planningMarkdown } from '#lib/domain/planning-issue/with-updates.ts'
import { reading } from '#lib/http/query.ts'

import { planningWeek } from '#lib/domain/planning-issue/planning-week.ts'

type Props = { group: string; description: string; planning: PlanningIssue }

/** Copies the whole planning issue as GitLab Flavored Markdown, its updates with it; links lead back to the address of this page. */
export function CopyPlanning({ group, description, planning: { blocks, frozen } }: Props) {
  const { today, zone } = useGroup(group)
  const week = planningWeek(blocks.milestone, today, frozen && dayIn(zone, frozen.at))
  const { data } = useQuery({ ...reading(readUpdates, { group, week: week ?? '' }), enabled: week !== null })
  const copy = async () => {
    const where = { group, origin: location.origin }
    try {
      await navigator.clipboard.writeText(planningMarkdown(description, blocks, data ?? null, where))
      toast({ text: 'Copied the planning issue as Markdown.' })
    } catch {
      toast({
        text: 'The browser blocked copying. Allow access to the clipboard and try again.',
        tone: 'refused',
      })
    }
  }
  return <Button onClick={() => void copy()}>Copy as Markdown</Button>
}
