'use client'

import { Icon } from './icon.tsx'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'

/** By what a board or a list is grouped; a narrow page has room for the sign alone. */
export function GroupButton({ by, entries }: { by: string; entries: () => MenuEntry[] }) {
  return (
    <MenuButton kind="quiet" tip="Group by" menuLabel="Group by" entries={entries}>
      <Icon name="group" />
      <span className="@max-4xl:sr-only">
        Group: <span className="text-ink">{by}</span>
      </span>
    </MenuButton>
  )
}
