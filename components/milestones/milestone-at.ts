import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { MilestoneFacts } from '#lib/contract/facts.ts'
import type { listMilestones } from '#lib/contract/milestones.ts'

type Milestones = Pick<OutputOf<typeof listMilestones>, 'items' | 'current' | 'next'>

/**
 * A milestone with dates by its address: `current` is the one that runs, `next` the one after it. Where there is none of
 * the kind the other stands in, or else the latest there is.
 */
export function milestoneAt({ items, current, next }: Milestones, address: string): MilestoneFacts | null {
  const dated = items.filter(({ shelf }) => shelf === null)
  const by = (slug: string | null) => dated.find((one) => one.slug === slug) ?? null
  const named = by(address)
  if (named) return named
  if (address === 'current') return by(current) ?? by(next) ?? dated[0] ?? null
  if (address === 'next') return by(next) ?? by(current) ?? dated[0] ?? null
  return null
}
