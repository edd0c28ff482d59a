'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'

import { Avatar } from '#components/ui/avatar.tsx'
import type { Suggestion } from '#components/ui/editor-list.tsx'
import { hueStyle } from '#components/ui/hue.ts'
import { named } from '#components/ui/text-trigger.ts'
import type { Sigil, Trigger } from '#components/ui/text-trigger.ts'
import { listIssues } from '#lib/contract/issues.ts'
import { listLabels } from '#lib/contract/labels.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { listPeople } from '#lib/contract/people.ts'
import { reading } from '#lib/http/query.ts'

import { QUICK_ACTIONS } from './quick-action-words.ts'

const AT_MOST = 8
const NONE: readonly Suggestion[] = []

const TITLES: Record<Sigil, string> = {
  '@': 'People',
  '#': 'Issues',
  '~': 'Labels',
  '%': 'Milestones',
  '&': 'Epics',
  '/': 'Quick actions',
}

export const titleOf = (trigger: Trigger | null): string => TITLES[trigger?.sigil ?? '#']

/** What the name at the caret may become in a group. Each list is fetched when the first name of its kind is begun. */
export function useSuggestions(
  group: string,
  trigger: Trigger | null,
  quickActions: boolean,
): readonly Suggestion[] {
  const { sigil, query = '' } = trigger ?? {}
  const people = useQuery({ ...reading(listPeople, { group }), enabled: sigil === '@' })
  const labels = useQuery({ ...reading(listLabels, { group }), enabled: sigil === '~' })
  const milestones = useQuery({ ...reading(listMilestones, { group }), enabled: sigil === '%' })
  const q = /^\d+$/.test(query) ? `#${query}` : query.slice(0, 100)
  const issues = useQuery({
    ...reading(listIssues, { group, limit: AT_MOST, ...(q ? { q } : {}) }),
    enabled: sigil === '#',
    placeholderData: keepPreviousData,
  })
  switch (sigil) {
    case '@':
      return matching(people.data?.items ?? [], query, ({ handle, name }) => `${handle} ${name}`).map(
        ({ handle, name }) => ({
          insert: `@${handle}`,
          title: name,
          hint: `@${handle}`,
          icon: <Avatar face={{ handle, name }} size="sm" silent />,
        }),
      )
    case '~':
      return matching(labels.data?.items ?? [], query, ({ title }) => title).map(({ title, hue }) => ({
        insert: named('~', title),
        title,
        icon: <i style={hueStyle(hue)} className="hue-dot size-[9px] flex-none rounded-[2px]" />,
      }))
    case '%':
      return matching(milestones.data?.items ?? [], query, ({ title }) => title).map(
        ({ title, slug, closed }) => ({
          insert: named('%', title),
          title,
          hint: closed ? 'closed' : whichOf(slug, milestones.data),
        }),
      )
    case '#':
      return (issues.data?.items ?? [])
        .toSorted((one, other) => Number(one.state === 'closed') - Number(other.state === 'closed'))
        .map(({ ref, title, state }) => ({
          insert: `#${ref}`,
          title,
          hint: state === 'closed' ? `#${ref} closed` : `#${ref}`,
        }))
    case '/':
      return quickActions ? actionsFor(query) : NONE
    default:
      return NONE
  }
}

const actionsFor = (query: string): Suggestion[] =>
  QUICK_ACTIONS.filter(({ name }) => name.startsWith(query.toLowerCase()))
    .slice(0, AT_MOST)
    .map(({ name, takes, what }) => ({ insert: `/${name}`, title: what, hint: `/${name} ${takes}`.trim() }))

const whichOf = (slug: string, of: { current: string | null; next: string | null } | undefined): string =>
  slug === of?.current ? 'current' : slug === of?.next ? 'next' : ''

/** First what begins with the words, then what has a word that does, then what holds them anywhere. */
function matching<T>(items: readonly T[], query: string, nameOf: (item: T) => string): T[] {
  const wanted = query.toLowerCase()
  const ranked = items.flatMap((item) => {
    const name = nameOf(item).toLowerCase()
    const at = name.indexOf(wanted)
    if (at < 0) return []
    return [{ item, rank: at === 0 ? 0 : /\W/.test(name[at - 1] ?? '') ? 1 : 2 }]
  })
  return ranked
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, AT_MOST)
    .map(({ item }) => item)
}
