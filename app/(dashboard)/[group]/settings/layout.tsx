import type { ReactNode } from 'react'

import { SettingsFrame } from '#components/settings/settings-frame.tsx'

type Props = { params: Promise<{ group: string }>; children: ReactNode }

export default async function SettingsLayout({ params, children }: Props) {
  const { group } = await params
  return <SettingsFrame group={group}>{children}</SettingsFrame>
}
