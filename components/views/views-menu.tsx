'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useRef, useState } from 'react'

import { useAt } from '#components/shell/past.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Menu } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import type { SavedView } from '#lib/contract/views.ts'
import { IN_THE_PAST } from '#lib/domain/permissions.ts'
import { viewLink } from '#lib/kit/links.ts'

import { useViews, viewQuery } from './use-views.ts'

const SaveViewDialog = lazyPopup(async () => (await import('./view-dialogs.tsx')).SaveViewDialog)
const ManageViewsDialog = lazyPopup(async () => (await import('./view-dialogs.tsx')).ManageViewsDialog)

type Props = { group: string; place: string; anchor: HTMLElement; onClose: () => void }

export function ViewsMenu({ group, place, anchor, onClose }: Props) {
  const views = useViews(group)
  const router = useRouter()
  const isPast = useAt() !== null
  const here = usePathname()
  const query = viewQuery(useSearchParams().toString())
  const [mode, setMode] = useState<'menu' | 'save' | 'manage'>('menu')
  // choosing to save closes the menu, and not this: the question comes next
  const asking = useRef(false)
  const ask = (next: 'save' | 'manage') => {
    asking.current = true
    setMode(next)
  }
  if (mode === 'save') return <SaveViewDialog group={group} place={place} query={query} onClose={onClose} />
  if (mode === 'manage')
    return <ManageViewsDialog group={group} query={query} place={place} onClose={onClose} />
  const entry = (view: SavedView): MenuEntry => ({
    kind: 'act',
    label: view.title,
    checked: view.place === place && view.query === query,
    act: () => router.push(viewLink(group, view)),
  })
  const own = views.filter((view) => view.place === place)
  const section = (label: string, some: readonly SavedView[]): MenuEntry[] =>
    some.length === 0 ? [] : [{ kind: 'heading', label }, ...some.map(entry)]
  const current = own.find((view) => view.query === query)
  return (
    <Menu
      anchor={anchor}
      label="Views"
      onClose={() => asking.current || onClose()}
      entries={() => [
        { kind: 'act', label: 'Everything', checked: query === '', act: () => router.push(here) },
        ...section(
          'Of the group',
          own.filter(({ shared }) => shared),
        ),
        ...section(
          'Mine',
          own.filter(({ shared }) => !shared),
        ),
        { kind: 'line' },
        {
          kind: 'act',
          label: 'Save this view…',
          act: () => ask('save'),
          disabledReason: isPast
            ? IN_THE_PAST.because
            : current
              ? `This is already the view “${current.title}”.`
              : null,
        },
        ...(views.length > 0 && !isPast
          ? [{ kind: 'act' as const, label: 'Manage views…', act: () => ask('manage') }]
          : []),
      ]}
    />
  )
}
