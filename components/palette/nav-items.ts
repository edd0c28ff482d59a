import type { sections } from '#components/settings/sections.ts'
import type { IconName } from '#components/ui/icon.tsx'
import type { Group } from '#lib/contract/groups.ts'
import type { SavedView } from '#lib/contract/views.ts'
import {
  activityLink,
  inboxLink,
  insightsLink,
  weekLink,
  undoLink,
  boardLink,
  cadenceLink,
  capacityLink,
  epicsLink,
  driftLink,
  handsLink,
  drisLink,
  issuesLink,
  milestoneLink,
  modelsLink,
  ownershipLink,
  peopleLink,
  planLink,
  pushBacksLink,
  reportLink,
  retrospectiveLink,
  sayDoLink,
  searchLink,
  settingsLink,
  statusLink,
  syncLink,
  timeOffLink,
  viewLink,
} from '#lib/kit/links.ts'

export type Place = { title: string; href: string; icon: IconName; keywords?: string }

/** The pages of a group, as the sidebar calls them. */
export const placesOf = (group: string, boards: Group['boards']): Place[] => [
  { title: 'My week', href: weekLink(group), icon: 'home', keywords: 'home' },
  { title: 'Inbox', href: inboxLink(group), icon: 'inbox' },
  ...boards.map(({ slug, title }): Place => ({
    title,
    href: boardLink(group, slug),
    icon: 'board',
    keywords: 'board',
  })),
  {
    title: 'Milestone',
    href: milestoneLink(group),
    icon: 'milestone',
    keywords: 'overview current burn-up goals scope blocked drift',
  },
  {
    title: 'Plan',
    href: planLink(group),
    icon: 'checks',
    keywords: 'milestone candidates deliverables propose joint session',
  },
  {
    title: 'Capacity',
    href: capacityLink(group),
    icon: 'bars',
    keywords: 'milestone days confirm load',
  },
  {
    title: 'Say/Do',
    href: sayDoLink(group),
    icon: 'kept',
    keywords: 'milestone promises ratio assigned completed slipped',
  },
  { title: 'Issues', href: issuesLink(group), icon: 'list' },
  { title: 'Triage report', href: reportLink(group), icon: 'list', keywords: 'findings issues' },
  { title: 'Epics', href: epicsLink(group), icon: 'group' },
  { title: 'Search', href: searchLink(group), icon: 'search' },
  { title: 'Activity', href: activityLink(group), icon: 'pulse' },
  { title: 'My changes', href: undoLink(group), icon: 'undo', keywords: 'undo' },
  {
    title: 'Status',
    href: statusLink(group),
    icon: 'status',
    keywords: 'weekly update progress blockers confidence async',
  },
  { title: 'Sync', href: syncLink(group), icon: 'chat', keywords: 'weekly meeting agenda minutes outcomes' },
  { title: 'DRIs', href: drisLink(group), icon: 'people', keywords: 'drivers owners hand over load who' },
  {
    title: 'Hands',
    href: handsLink(group),
    icon: 'people',
    keywords: 'raise help stuck overloaded take over',
  },
  {
    title: 'Cadence',
    href: cadenceLink(group),
    icon: 'calendar',
    keywords: 'activities rhythm triage review calls happened skipped',
  },
  {
    title: 'Retrospectives',
    href: retrospectiveLink(group),
    icon: 'clock',
    keywords: 'monthly went well try thanks actions minutes',
  },
  { title: 'Drift', href: driftLink(group), icon: 'people', keywords: 'without dri cover update' },
  { title: 'Time off', href: timeOffLink(group), icon: 'sun', keywords: 'away vacation holidays absence' },
  { title: 'People', href: peopleLink(group), icon: 'people' },
  { title: 'Ownership', href: ownershipLink(group), icon: 'map', keywords: 'teams scope boundaries' },
  { title: 'Models', href: modelsLink(group), icon: 'flask', keywords: 'readiness register waiver offered' },
  {
    title: 'Push-backs',
    href: pushBacksLink(group),
    icon: 'back',
    keywords: 'register reasons declined priorities',
  },
  {
    title: 'Insights',
    href: insightsLink(group),
    icon: 'chart',
    keywords: 'charts age cycle time flow mix findings percentiles',
  },
  { title: 'Settings', href: settingsLink(group), icon: 'settings' },
]

type More = {
  rooms: ReturnType<typeof sections>
  views: readonly SavedView[]
  milestones: readonly { slug: string; title: string; shelf: string | null }[]
}

/** Places too many to be listed unasked: the rooms of the settings, saved views, milestones. */
export const furtherPlaces = (group: string, { rooms, views, milestones }: More): Place[] => [
  ...views.map((view): Place => ({
    title: view.title,
    href: viewLink(group, view),
    icon: 'view',
    keywords: 'view saved',
  })),
  ...milestones.map(({ slug, title, shelf }): Place =>
    shelf === null
      ? { title, href: milestoneLink(group, slug), icon: 'milestone', keywords: 'milestone overview' }
      : {
          title,
          href: boardLink(group, 'planning', { milestone: slug }),
          icon: 'board',
          keywords: 'milestone planning',
        },
  ),
  ...rooms.flatMap((section) =>
    section.rooms.map(({ slug, name }): Place => ({
      title: `Settings: ${name}`,
      href: settingsLink(group, slug),
      icon: 'settings',
    })),
  ),
]
