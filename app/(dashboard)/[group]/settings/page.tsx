import { redirect } from 'next/navigation'

import { settingsLink } from '#lib/kit/links.ts'

export default async function SettingsPage({ params }: { params: Promise<{ group: string }> }) {
  const { group } = await params
  redirect(settingsLink(group, 'group'))
}
