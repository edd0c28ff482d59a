import type { Lookups } from '#components/lookups/lookups.ts'
import type { Card } from '#lib/contract/issues.ts'
import { afterChange, withLabel } from '#lib/domain/labels.ts'
import type { LabelFact } from '#lib/domain/labels.ts'

/** A card, and of an issue its labels beside their numbers. */
export type Held = Card & { labels?: readonly LabelFact[] }

type Change = { add?: readonly string[] | undefined; remove?: readonly string[] | undefined }

/** The labels of an issue once some are put on and taken off, by their titles; with neither, those that it holds. */
export function labelsAfter(
  card: Held,
  { add = [], remove = [] }: Change,
  { labels }: Pick<Lookups, 'labels'>,
): readonly LabelFact[] {
  const known = [...(card.labels ?? []), ...labels]
  const held = card.labelIds.flatMap((id) => known.find((label) => label.id === id) ?? [])
  const kept = held.filter(({ title }) => !remove.includes(title))
  return add
    .flatMap((title) => labels.find((label) => label.title === title) ?? [])
    .reduce<readonly LabelFact[]>((now, label) => afterChange(now, withLabel(now, label)), kept)
}
