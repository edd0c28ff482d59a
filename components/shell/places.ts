import type { IconName } from '#components/ui/icon.tsx'
import type { Group } from '#lib/contract/groups.ts'
import {
  activityLink,
  inboxLink,
  weekLink,
  undoLink,
  boardLink,
  issuesLink,
  ownershipLink,
  peopleLink,
  searchLink,
} from '#lib/kit/links.ts'

export type Place = { title: string; href: string; icon: IconName; words?: string }

/** The pages of a group, as the sidebar calls them. */
export const placesOf = (group: string, boards: Group['boards']): Place[] => [
  { title: 'My week', href: weekLink(group), icon: 'home', words: 'home' },
  { title: 'Inbox', href: inboxLink(group), icon: 'inbox' },
  ...boards.map(({ slug, title }): Place => ({
    title,
    href: boardLink(group, slug),
    icon: 'board',
    words: 'board',
  })),
  { title: 'Issues', href: issuesLink(group), icon: 'list' },
  { title: 'Search', href: searchLink(group), icon: 'search' },
  { title: 'Activity', href: activityLink(group), icon: 'pulse' },
  { title: 'What I did', href: undoLink(group), icon: 'undo', words: 'undo' },
  { title: 'People', href: peopleLink(group), icon: 'people' },
  { title: 'Ownership', href: ownershipLink(group), icon: 'map', words: 'teams scope boundaries' },
]
