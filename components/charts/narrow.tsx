'use client'

import { Icon } from '#components/ui/icon.tsx'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'

import { writeAddress } from './address.ts'

type Props = {
  /** In the address. */
  name: string
  /** What is chosen, for the ear. */
  menuLabel: string
  all: string
  chosen: string | null
  choices: readonly { value: string; label: string }[]
}

/** Narrows a page to one of several; the address keeps it. */
export function Narrow({ name, menuLabel, all, chosen, choices }: Props) {
  const label = choices.find(({ value }) => value === chosen)?.label ?? all
  const entries = (): MenuEntry[] => [
    { kind: 'act', label: all, checked: label === all, act: () => writeAddress({ [name]: null }) },
    ...choices.map((one): MenuEntry => ({
      kind: 'act',
      label: one.label,
      checked: one.value === chosen,
      act: () => writeAddress({ [name]: one.value }),
    })),
  ]
  return (
    <MenuButton kind="quiet" size="sm" menuLabel={menuLabel} entries={entries}>
      <bdi>{label}</bdi>
      <Icon name="chevron" className="size-3.5 text-ink-3" />
    </MenuButton>
  )
}
