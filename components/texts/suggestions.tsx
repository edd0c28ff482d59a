'use client'

import { memo, useLayoutEffect } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'

import { useActor } from '#components/shell/use-group.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import type { Suggestion } from '#components/ui/editor/editor-list.tsx'
import { hueStyle } from '#components/ui/hues/hue.ts'
import { named } from '#components/ui/editor/text-trigger.ts'
import type { Trigger } from '#components/ui/editor/text-trigger.ts'
import { listEpics } from '#lib/contract/epics.ts'
import { listIssues } from '#lib/contract/issues.ts'
import { listLabels } from '#lib/contract/labels.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { listPeople } from '#lib/contract/people.ts'
import { find } from '#lib/contract/search.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'
import { QUICK_ACTIONS, QUICK_WORDS } from '#lib/domain/quick-actions.ts'
import { reading } from '#lib/http/query.ts'

const AT_MOST = 8
const NONE: readonly Suggestion[] = []

type Props = {
  group: string
  trigger: Trigger
  quickActions: boolean
  onSuggestions: (suggestions: readonly Suggestion[]) => void
}

/**
 * Says what the name at the caret may become in a group, and shows nothing itself. Drawn anew only where the name or what
 * was read changes: what it says is a new list each time.
 */
export const Suggesting = memo(function Suggesting({ group, trigger, quickActions, onSuggestions }: Props) {
  const suggestions = useSuggestions(group, trigger, quickActions)
  // before the page is painted, so that no list of the letter before is seen
  useLayoutEffect(() => {
    onSuggestions(suggestions)
    return () => onSuggestions(NONE)
  }, [suggestions, onSuggestions])
  return null
})

/** Each list is fetched when the first name of its kind is begun. */
function useSuggestions(group: string, { sigil, query, ...trigger }: Trigger, quickActions: boolean) {
  const actor = useActor(group)
  const people = useQuery({ ...reading(listPeople, { group }), enabled: sigil === '@' })
  const labels = useQuery({ ...reading(listLabels, { group }), enabled: sigil === '~' })
  const milestones = useQuery({ ...reading(listMilestones, { group }), enabled: sigil === '%' })
  const epics = useQuery({ ...reading(listEpics, { group }), enabled: sigil === '&' })
  const issues = useIssues(group, sigil === '#' ? query : null)
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
      return issues
    case '&':
      return matching(epics.data?.items ?? [], query, ({ number, title }) => `${number} ${title}`).map(
        ({ number, title, closed }) => ({
          insert: `&${number}`,
          title,
          hint: closed ? `&${number} closed` : `&${number}`,
        }),
      )
    case '/':
      if (!quickActions) return NONE
      return trigger.command === undefined ? actionsFor(query, actor) : quickText(trigger.command, query)
    default:
      return NONE
  }
}

/** The newest issues until something is typed, then what the search finds by number or by words. */
function useIssues(group: string, query: string | null): readonly Suggestion[] {
  const newest = useQuery({
    ...reading(listIssues, { group, state: 'open', limit: AT_MOST }),
    enabled: query === '',
  }).data
  const found = useQuery({
    ...reading(find, { group, q: numbered(query ?? ''), kind: 'issue', limit: AT_MOST }),
    enabled: query !== null && query !== '',
    placeholderData: keepPreviousData,
  }).data
  if (query === '') return (newest?.items ?? []).map(({ ref, title }) => suggested(ref, title, false))
  return (found?.items ?? []).map(({ key, title, state }) =>
    suggested(Number(key), title, state === 'closed'),
  )
}

const numbered = (query: string) => (/^\d+$/.test(query) ? `#${query}` : query.slice(0, 100))

const suggested = (ref: number, title: string, isClosed: boolean): Suggestion => ({
  insert: `#${ref}`,
  title,
  hint: isClosed ? `#${ref} closed` : `#${ref}`,
})

/** All that one may do: what cannot be done is not offered. */
const actionsFor = (query: string, actor: Actor): Suggestion[] =>
  QUICK_ACTIONS.filter(({ name, needs }) => name.startsWith(query.toLowerCase()) && may(actor, needs)).map(
    ({ name, what, example }) => ({ insert: `/${name}`, title: what, hint: example }),
  )

/** What may follow an action, until it stands there whole. */
const quickText = (command: string, query: string): Suggestion[] =>
  (QUICK_WORDS.get(command) ?? [])
    .filter(({ word }) => word.startsWith(query.toLowerCase().replace("'", '’')) && word !== query.trim())
    .map(({ word, what }) => ({ insert: word, title: word, hint: what }))

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
