import type { Lookups } from '#components/lookups/lookups.ts'
import type { Issue } from '#lib/contract/issues.ts'
import type { decidePushBack } from '#lib/contract/push-backs.ts'
import type { SentTo } from '#lib/contract/endpoint.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'

type Move = NonNullable<SentTo<typeof decidePushBack>['move']>
export type MoveChoice = { value: string; label: string; move: Move | null; hint?: string }

/** The issue is left where it is. */
export const STAYS = 'stays'

type Setting = Pick<Lookups, 'labels' | 'milestones' | 'current'> & {
  issue: Pick<Issue, 'milestone' | 'labelIds'>
  actor: Actor
}

/**
 * Where an issue may go with an accepted push-back. Deliverable is removed with it, which is the EM's alone: for the PM a
 * Deliverable stays where it is.
 */
export function movesOf({ issue, actor, labels, milestones, current }: Setting): MoveChoice[] {
  const deliverable = labels.find(({ meaning }) => meaning === 'deliverable')
  const isDeliverable = deliverable !== undefined && issue.labelIds.includes(deliverable.id)
  const stays: MoveChoice = { value: STAYS, label: 'Leave it where it is', move: null }
  if (isDeliverable && !may(actor, 'deliverable.set')) return [stays]
  const running = milestones.find(({ slug, closed }) => slug === current && !closed)
  const counts =
    isDeliverable && running && issue.milestone === running.slug
      ? { hint: `Removes Deliverable. It counts as reprioritised in ${running.title}, and not as a slip.` }
      : isDeliverable
        ? { hint: 'Removes Deliverable.' }
        : {}
  const off: MoveChoice[] = isDeliverable
    ? [{ value: 'off', label: 'Remove Deliverable', move: { withoutDeliverable: true }, ...counts }]
    : []
  const to = milestones
    .filter(({ slug, closed }) => !closed && slug !== issue.milestone)
    .map(({ slug, title }) => ({
      value: `to ${slug}`,
      label: `Move it to ${title}`,
      move: { milestone: slug, ...(isDeliverable ? { withoutDeliverable: true } : {}) },
      ...counts,
    }))
  return [stays, ...off, ...to]
}
