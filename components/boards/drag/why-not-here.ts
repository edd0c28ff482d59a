import type { BoardView } from '#lib/contract/boards.ts'
import type { Card } from '#lib/contract/issues.ts'

type Seen = Pick<BoardView, 'milestone' | 'milestones' | 'labels' | 'filterLabelIds'>

/** Why a new issue does not show on the board that is looked at, as the end of a sentence; null where it does. */
export function whyNotHere(
  card: Pick<Card, 'milestone' | 'labelIds'>,
  { milestone, milestones, labels, filterLabelIds }: Seen,
  /** Whether the filters over the board let it through. */
  isShown: boolean,
): string | null {
  if (milestone !== null && card.milestone !== milestone.slug) {
    const own = milestones.find(({ slug }) => slug === card.milestone)
    return card.milestone === null
      ? 'it has no milestone'
      : `its milestone is ${own?.title ?? card.milestone}`
  }
  const lacking = filterLabelIds.filter((id) => !card.labelIds.includes(id))
  const titles = lacking.flatMap((id) => labels.find((label) => label.id === id)?.title ?? [])
  if (lacking.length > 0)
    return `it lacks the label${lacking.length === 1 ? '' : 's'} ${titles.map((title) => `“${title}”`).join(' and ')}`
  return isShown ? null : 'the filter hides it'
}
