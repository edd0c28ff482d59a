import type { Metadata } from 'next'

import { Prefetch } from '#app/_server/prefetch.tsx'
import { LabelsSettings } from '#components/labels/labels-settings.tsx'
import { listLabels, listLabelUses } from '#lib/contract/labels.ts'
import { reading } from '#lib/http/query.ts'

export const metadata: Metadata = { title: 'Labels' }

export default async function LabelSettingsPage({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return (
    <Prefetch reads={[reading(listLabels, { group }), reading(listLabelUses, { group })]}>
      <LabelsSettings group={group} />
    </Prefetch>
  )
}
