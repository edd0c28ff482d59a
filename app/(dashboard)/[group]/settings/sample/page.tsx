import type { Metadata } from 'next'

import { SampleRoom } from '#components/settings/sample-room.tsx'

export const metadata: Metadata = { title: 'Sample data' }

export default async function SamplePage({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  return <SampleRoom group={group} />
}
