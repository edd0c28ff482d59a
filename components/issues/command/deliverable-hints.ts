import type { Card } from '#lib/contract/issues.ts'
import { whyNotMoveDeliverable } from '#lib/domain/deliverable.ts'
import { DELIVERABLE_OF_EM } from '#lib/domain/refusal-codes.ts'
import { means, stateOf } from '#lib/domain/labels.ts'
import type { LabelFact } from '#lib/domain/labels.ts'
import type { Actor } from '#lib/domain/permissions.ts'

import type { Lookups } from '#components/lookups/lookups.ts'

type Timebox = { slug: string; title: string; closed: boolean }
type Parts = { lookups: Pick<Lookups, 'milestones' | 'current' | 'next' | 'labels'>; actor: Actor }
type Planned = Pick<Card, 'milestone' | 'dri' | 'assignees'> & { labels: readonly LabelFact[] }

/** What is said beside a milestone in a menu; empty where nothing has to be said. */
export type HintOf = (to: Timebox | null) => string

const ASK = 'ask the EM'
const BARE = 'not as Deliverable'

/** Handbook › Issue Milestones: Deliverables are of the current or the next milestone; the EM alone moves them. */
function deliverableHint(issue: Planned, { lookups, actor }: Parts): HintOf {
  const { milestones, current, next } = lookups
  const timebox = (slug: string | null) => milestones.find((one) => one.slug === slug) ?? null
  const fact = (one: Timebox | null) => one && { id: one.slug, title: one.title }
  const [from, now, then] = [timebox(issue.milestone), timebox(current), timebox(next)].map(fact)
  return (to) => {
    if (!means(issue.labels, 'deliverable') || (to?.slug ?? null) === issue.milestone) return ''
    const { dri, assignees } = issue
    const refusal = whyNotMoveDeliverable(actor, from?.title ?? null, {
      state: stateOf(issue.labels),
      milestone: fact(to),
      current: now ?? null,
      next: then ?? null,
      dri,
      assignees,
    })
    if (refusal === null) return ''
    return refusal.code === DELIVERABLE_OF_EM ? ASK : BARE
  }
}

/**
 * The same for one or many at once: how many of them cannot go there as they are.
 *
 * @param count of all that are selected; of some of them a long list may have read nothing yet
 */
export function deliverablesHint(cards: readonly Card[], count: number, parts: Parts): HintOf {
  const known = new Map(parts.lookups.labels.map((label) => [label.id, label]))
  const hints = cards.map((card) =>
    deliverableHint({ ...card, labels: card.labelIds.flatMap((id) => known.get(id) ?? []) }, parts),
  )
  return (to) => {
    const kept = hints.map((hintOf) => hintOf(to)).filter((hint) => hint !== '')
    const [first = ''] = kept
    if (first === '' || kept.length === count) return first
    const some = cards.length < count ? 'some' : String(kept.length)
    return first === ASK ? `${some}: ${ASK}` : `${some} ${BARE}`
  }
}
