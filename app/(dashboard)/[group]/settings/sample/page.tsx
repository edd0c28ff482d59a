import type { Metadata } from 'next'

import { SampleSettings } from '#components/settings/sample-settings.tsx'

export const metadata: Metadata = { title: 'Sample data' }

export default async function SamplePage({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return <SampleSettings group={group} />
}
