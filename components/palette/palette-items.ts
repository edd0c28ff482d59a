import type { IconName } from '#components/ui/icon.tsx'
import type { Found } from '#lib/contract/search.ts'

import type { Place } from './nav-items.ts'
import type { Visit } from './recent.ts'

/** A line of the palette. */
export type Item = {
  id: string
  title: string
  icon: IconName
  hint?: string
  /** Found beside the title, and not shown. */
  keywords?: string
  found?: Found
  run: () => void
}
export type Section = { title: string; items: readonly Item[] }

type Go = (href: string) => void

export const placeItems = (places: readonly Place[], go: Go): Item[] =>
  places.map(({ title, href, icon, keywords }) => ({
    id: `place-${href}`,
    title,
    icon,
    keywords: `go to ${keywords ?? ''}`,
    run: () => go(href),
  }))

export const recentItems = (visits: readonly Visit[], go: Go): Item[] =>
  visits.map(({ title, href }) => ({ id: `recent-${href}`, title, icon: 'clock', run: () => go(href) }))

/** Every word typed has to begin a word of the line; lines whose title begins with it all stand first. */
export function matching(items: readonly Item[], typed: string): Item[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = ({ title, keywords = '' }: Item) => {
    const held = `${title} ${keywords}`.toLowerCase().split(/[\s#]+/)
    return wanted.every((word) => held.some((one) => one.startsWith(word)))
  }
  const begins = ({ title }: Item) => Number(title.toLowerCase().startsWith(typed.trim().toLowerCase()))
  return items.filter(fits).toSorted((a, b) => begins(b) - begins(a))
}
