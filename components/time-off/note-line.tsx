import type { ReactNode } from 'react'

import { Icon } from '#components/ui/icon.tsx'
import type { IconName } from '#components/ui/icon.tsx'

/** A line of what follows from an absence. */
export const NoteLine = ({ icon, children }: { icon: IconName; children: ReactNode }) => (
  <li className="flex gap-2 text-pretty">
    <Icon name={icon} className="mt-0.5 size-3.5 text-ink-3" />
    <span className="min-w-0">{children}</span>
  </li>
)
