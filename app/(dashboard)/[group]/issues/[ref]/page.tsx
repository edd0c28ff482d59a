import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { answerFor, Prefetch, titled } from '#app/_server/prefetch.tsx'
import { historyRead } from '#components/texts/history-read.ts'
import { IssueView } from '#components/issues/page/issue-view.tsx'
import { lookupReads } from '#components/lookups/lookups-reads.ts'
import { linksRead } from '#components/links/links-read.ts'
import { planningRead } from '#components/planning-issue/planning-reads.ts'
import { planningWeek } from '#lib/domain/planning-issue/planning-week.ts'
import { weighingRead } from '#components/weighings/weighing-read.ts'
import { listDris, readDrift } from '#lib/contract/drift.ts'
import { readGroup } from '#lib/contract/groups.ts'
import { listCalls } from '#lib/contract/calls.ts'
import { listHands } from '#lib/contract/hands.ts'
import { readWatching } from '#lib/contract/inbox.ts'
import { readIssue } from '#lib/contract/issues.ts'
import { listModels } from '#lib/contract/models.ts'
import { listPushBacks } from '#lib/contract/push-backs.ts'
import { readPlanningIssue } from '#lib/contract/planning-issue.ts'
import { readUpdates } from '#lib/contract/updates.ts'
import { reading } from '#lib/http/query.ts'

type Props = { params: Promise<{ group: string; ref: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const input = readIssue.input.safeParse(await params)
  if (!input.success) return {}
  const { ref } = input.data
  return titled(readIssue, input.data, { say: ({ title }) => `#${ref} ${title}`, otherwise: `#${ref}` })
}

export default async function IssuePage({ params }: Props) {
  const input = readIssue.input.safeParse(await params)
  if (!input.success) notFound()
  const { group, ref } = input.data
  const { planningOf, state } = await answerFor(readIssue, { group, ref })
  return (
    <Prefetch
      reads={[
        ...lookupReads(group),
        reading(readIssue, { group, ref }),
        historyRead(group, ref),
        linksRead(group, ref),
        weighingRead(group, ref),
        reading(readWatching, { group, ref }),
        reading(listPushBacks, { group, work: `issue-${ref}` }),
        reading(listHands, { group }),
        reading(listCalls, { group, subject: `issue-${ref}` }),
        reading(listModels, { group }),
        ...(planningOf === null && state === 'open' ? [reading(readDrift, { group })] : []),
        ...(planningOf === null ? [] : await planningReads(group, planningOf)),
      ]}
    >
      <IssueView key={ref} group={group} issue={ref} />
    </Prefetch>
  )
}

/** With what stands below the text, so that the page comes to life as it was sent. */
async function planningReads(group: string, milestone: string) {
  const [{ today }, { blocks }] = await Promise.all([
    answerFor(readGroup, { group }),
    answerFor(readPlanningIssue, { group, milestone }),
  ])
  const week = planningWeek(blocks.milestone, today)
  return [
    planningRead(group, milestone),
    reading(listDris, { group, milestone }),
    ...(week === null ? [] : [reading(readUpdates, { group, week })]),
  ]
}
