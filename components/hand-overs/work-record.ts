import { nameOf } from '#components/lookups/lookups.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { dayIn } from '#components/ui/days/days.ts'
import type { Issue } from '#lib/contract/issues.ts'
import type { LinkFacts } from '#lib/contract/links.ts'
import type { WorkRecord } from '#lib/domain/hand-over-package.ts'
import { stateOf } from '#lib/domain/labels.ts'

/** What an issue and its links tell the person who takes it over from `dri`. */
export function workRecord(
  issue: Issue,
  dri: string,
  links: readonly LinkFacts[],
  { lookups, zone }: { lookups: Pick<Lookups, 'people'>; zone: string },
): WorkRecord {
  const open = (role: LinkFacts['role']) =>
    links.filter((link) => link.role === role && link.other.state === 'open').map(({ other }) => other)
  const waits = issue.mentions.filter(({ by, acknowledgedAt }) => by === dri && acknowledgedAt === null)
  return {
    dri: nameOf(dri, lookups),
    description: issue.description,
    state: stateOf(issue.labels),
    since: issue.since && dayIn(zone, issue.since),
    blocked: issue.blocked,
    comments: issue.comments
      .filter(({ author }) => author === dri)
      .map(({ at, body }) => ({ on: dayIn(zone, at), body })),
    waitsFor: open('blocked_by'),
    holdsUp: open('blocks'),
    unanswered: [...new Set(waits.map(({ person }) => person))],
  }
}
