import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { BoardsSettings } from '#components/boards/edit/boards-settings.tsx'
import { listShapes } from '#lib/contract/boards.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'Boards' }

export default async function BoardSettingsPage({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return (
    <Prefetch reads={[reading(listShapes, { group }), reading(listMilestones, { group })]}>
      <BoardsSettings group={group} />
    </Prefetch>
  )
}
