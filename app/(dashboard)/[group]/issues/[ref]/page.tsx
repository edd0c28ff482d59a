import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { Prefetch, titled } from '#app/_server/prefetch.tsx'
import { historyRead } from '#components/texts/history-read.ts'
import { IssueView } from '#components/issues/page/issue-view.tsx'
import { lookupReads } from '#components/lookups/lookups-reads.ts'
import { linksRead } from '#components/links/links-read.ts'
import { weighingRead } from '#components/weighings/weighing-read.ts'
import { readWatching } from '#lib/contract/inbox.ts'
import { readIssue } from '#lib/contract/issues.ts'
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
  return (
    <Prefetch
      reads={[
        ...lookupReads(group),
        reading(readIssue, { group, ref }),
        historyRead(group, ref),
        linksRead(group, ref),
        weighingRead(group, ref),
        reading(readWatching, { group, ref }),
      ]}
    >
      <IssueView key={ref} group={group} issue={ref} />
    </Prefetch>
  )
}
