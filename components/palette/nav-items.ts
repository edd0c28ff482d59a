import type { sections } from '#components/settings/sections.ts'
import type { IconName } from '#components/ui/icon.tsx'
import type { Group } from '#lib/contract/groups.ts'
import type { SavedView } from '#lib/contract/views.ts'
import {
  activityLink,
  inboxLink,
  weekLink,
  undoLink,
  boardLink,
  epicsLink,
  issuesLink,
  ownershipLink,
  peopleLink,
  reportLink,
  searchLink,
  settingsLink,
  viewLink,
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
  { title: 'Triage report', href: reportLink(group), icon: 'list', words: 'findings issues' },
  { title: 'Epics', href: epicsLink(group), icon: 'group' },
  { title: 'Search', href: searchLink(group), icon: 'search' },
  { title: 'Activity', href: activityLink(group), icon: 'pulse' },
  { title: 'My changes', href: undoLink(group), icon: 'undo', words: 'undo' },
  { title: 'People', href: peopleLink(group), icon: 'people' },
  { title: 'Ownership', href: ownershipLink(group), icon: 'map', words: 'teams scope boundaries' },
  { title: 'Settings', href: settingsLink(group), icon: 'settings' },
]

type More = {
  rooms: ReturnType<typeof sections>
  views: readonly SavedView[]
  milestones: readonly { slug: string; title: string }[]
}

/** Places too many to be listed unasked: the rooms of the settings, saved views, milestones. */
export const furtherPlaces = (group: string, { rooms, views, milestones }: More): Place[] => [
  ...views.map((view): Place => ({
    title: view.title,
    href: viewLink(group, view),
    icon: 'view',
    words: 'view saved',
  })),
  ...milestones.map(({ slug, title }): Place => ({
    title,
    href: boardLink(group, 'planning', { milestone: slug }),
    icon: 'board',
    words: 'milestone planning',
  })),
  ...rooms.flatMap((section) =>
    section.rooms.map(({ slug, name }): Place => ({
      title: `Settings: ${name}`,
      href: settingsLink(group, slug),
      icon: 'settings',
    })),
  ),
]
