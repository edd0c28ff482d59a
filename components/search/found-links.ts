import type { Found, FoundKind } from '#lib/contract/search.ts'
import { epicLink, boardLink, issueLink, issuesLink, ownershipLink } from '#lib/kit/links.ts'
import type { IconName } from '#components/ui/icon.tsx'

/** In the order in which groups of results stand. */
export const KINDS: readonly { kind: FoundKind; title: string; icon: IconName }[] = [
  { kind: 'issue', title: 'Issues', icon: 'list' },
  { kind: 'comment', title: 'Comments', icon: 'comment' },
  { kind: 'epic', title: 'Epics', icon: 'group' },
  { kind: 'milestone', title: 'Milestones', icon: 'milestone' },
  { kind: 'person', title: 'People', icon: 'people' },
  { kind: 'scope', title: 'Scope of the teams', icon: 'map' },
  { kind: 'boundary', title: 'Boundaries', icon: 'boundary' },
]

/** Where it can be looked at. */
export function foundLink(
  group: string,
  { kind, key, issue }: Pick<Found, 'kind' | 'key' | 'issue'>,
): string {
  if (kind === 'comment' && issue !== null) return `${issueLink(group, issue)}#comment-${key}`
  if (kind === 'issue') return issueLink(group, Number(key))
  if (kind === 'epic') return epicLink(group, Number(key))
  if (kind === 'milestone') return boardLink(group, 'planning', { milestone: key })
  if (kind === 'person') return issuesLink(group, { person: key })
  return ownershipLink(group)
}

/** What stands before the title: the number, or nothing. */
export function signOf({ kind, key, issue }: Pick<Found, 'kind' | 'key' | 'issue'>): string {
  if (issue !== null) return `#${issue}`
  return kind === 'epic' ? `&${key}` : ''
}
