import { askAbout, subjectNow } from '#components/issues/subject.ts'
import type { What } from '#components/issues/subject.ts'
import type { IconName } from '#components/ui/icon.tsx'
import type { Found } from '#lib/contract/search.ts'

import type { Place } from './places.ts'
import type { Visit } from './recent.ts'

/** A line of the palette. */
export type Item = {
  id: string
  title: string
  icon: IconName
  hint?: string
  /** Found beside the title, and not shown. */
  words?: string
  found?: Found
  disabledReason?: string | null
  run: () => void
}
export type Section = { title: string; items: readonly Item[] }

const ACTS: readonly { what: What; title: string; hint: string }[] = [
  { what: 'take', title: 'I take it', hint: 'I' },
  { what: 'status', title: 'Set the status…', hint: 'S' },
  { what: 'assign', title: 'Assign…', hint: 'A' },
  { what: 'hand_over', title: 'Hand over the DRI…', hint: 'D' },
  { what: 'labels', title: 'Set labels…', hint: 'B' },
  { what: 'milestone', title: 'Set the milestone…', hint: 'M' },
  { what: 'weight', title: 'Set the weight…', hint: 'W' },
  { what: 'close', title: 'Close or reopen…', hint: 'E' },
]

/** What can be done to the issue one looks at; the same acts as its menus, and on a board its moves. */
export function actSection(): Section | null {
  const subject = subjectNow()
  const ref = subject?.ref() ?? null
  if (!subject || ref === null) return null
  const acts = ACTS.map(({ what, title, hint }): Item => ({
    id: `act-${what}`,
    title,
    icon: 'right',
    hint,
    run: () => askAbout(ref, what),
  }))
  const moves = (subject.moves?.(ref) ?? []).flatMap((entry, at): Item[] =>
    entry.kind === 'act'
      ? [
          {
            id: `move-${at}`,
            title: `Move to ${entry.label}`,
            icon: 'board',
            disabledReason: entry.disabledReason ?? null,
            run: entry.act,
          },
        ]
      : [],
  )
  return {
    title: `Issue #${ref}`,
    items: [...acts, ...moves.filter(({ disabledReason }) => !disabledReason)],
  }
}

type Go = (href: string) => void

export const placeItems = (places: readonly Place[], go: Go): Item[] =>
  places.map(({ title, href, icon, words }) => ({
    id: `place-${href}`,
    title,
    icon,
    words: `go to ${words ?? ''}`,
    run: () => go(href),
  }))

export const recentItems = (visits: readonly Visit[], go: Go): Item[] =>
  visits.map(({ title, href }) => ({ id: `recent-${href}`, title, icon: 'clock', run: () => go(href) }))

/** Every word typed has to begin a word of the line; lines whose title begins with it all stand first. */
export function matching(items: readonly Item[], typed: string): Item[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = ({ title, words = '' }: Item) => {
    const held = `${title} ${words}`.toLowerCase().split(/[\s#]+/)
    return wanted.every((word) => held.some((one) => one.startsWith(word)))
  }
  const begins = ({ title }: Item) => Number(title.toLowerCase().startsWith(typed.trim().toLowerCase()))
  return items.filter(fits).toSorted((a, b) => begins(b) - begins(a))
}
