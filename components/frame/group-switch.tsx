'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { CreateGroupDialog } from '#components/groups/create-group-later.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Logo } from '#components/ui/logo.tsx'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import { may } from '#lib/domain/permissions.ts'
import { groupLink, organisationLink } from '#lib/kit/links.ts'

import { useActor, useGroup, useMe } from '#components/shell/use-group.ts'

/** The group one is in, and the way to one's others; administrators found further ones here. */
export function GroupSwitch({ group }: { group: string }) {
  const { name } = useGroup(group)
  const { groups } = useMe()
  const actor = useActor(group)
  const router = useRouter()
  const [founding, setFounding] = useState(false)
  const found: MenuEntry[] = may(actor, 'group.found')
    ? [{ kind: 'act', label: 'Create a group…', act: () => setFounding(true) }]
    : []
  return (
    <>
      <MenuButton
        kind="bare"
        menuLabel="Group"
        className="min-w-0 flex-1 text-left"
        entries={() => [
          { kind: 'heading', label: 'Groups' },
          ...groups.map((one) => ({
            kind: 'act' as const,
            label: one.name,
            checked: one.slug === group,
            act: () => router.push(groupLink(one.slug)),
          })),
          { kind: 'line' },
          {
            kind: 'act',
            label: 'Say/Do of all groups',
            act: () => router.push(organisationLink()),
          },
          ...found,
        ]}
      >
        <Logo className="size-[22px]" />
        <span dir="auto" className="min-w-0 flex-1 truncate font-semibold">
          {name}
        </span>
        <Icon name="chevron" className="text-ink-3" />
      </MenuButton>
      {founding && <CreateGroupDialog group={group} onClose={() => setFounding(false)} />}
    </>
  )
}
