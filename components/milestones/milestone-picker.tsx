'use client'

import { useRouter } from 'next/navigation'

import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { daySpan } from '#components/ui/days/days.ts'
import { Icon } from '#components/ui/icon.tsx'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import { listMilestones } from '#lib/contract/milestones.ts'

type Props = {
  group: string
  /** Slug of the one that is shown. */
  milestone: string
  title: string
  /** The same page of another milestone. */
  href: (milestone: string) => string
}

/** The milestone in the title is the button that changes it. */
export function MilestonePicker({ group, milestone, title, href }: Props) {
  const { items, current, next } = usePrefetched(listMilestones, { group })
  const router = useRouter()
  const entries = items.flatMap(({ slug, title, shelf, startOn, dueOn }): MenuEntry[] => {
    if (shelf !== null || startOn === null || dueOn === null) return []
    const when = slug === current ? ' · current' : slug === next ? ' · next' : ''
    return [
      {
        kind: 'act',
        label: title,
        hint: `${daySpan(startOn, dueOn)}${when}`,
        checked: slug === milestone,
        act: () => router.push(href(slug)),
      },
    ]
  })
  return (
    <MenuButton
      kind="bare"
      size="title"
      menuLabel="Milestone"
      search="Find a milestone"
      aria-label={`${title}, change milestone`}
      className="-mx-1.5 gap-1"
      entries={() => entries}
    >
      <bdi>{title}</bdi>
      <Icon name="chevron" className="size-4 text-ink-3 no-print" />
    </MenuButton>
  )
}
