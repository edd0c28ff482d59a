'use client'

import { bulkProgress } from '#components/changes/bulk-progress.ts'
import { useStore } from '#components/ui/store.ts'

/** How far a move of very many cards is. */
export function BulkMoveProgress() {
  const seen = useStore(bulkProgress, (now) => now.seen)
  const total = useStore(bulkProgress, (now) => now.total)
  if (total === 0) return null
  return (
    <p className="flex flex-none items-center gap-3 border-t border-line bg-surface px-5 py-2 max-sm:px-3">
      <progress className="w-48 accent-accent" value={seen} max={total} aria-label="Progress" />
      <span className="num text-ink-2">
        {seen} of {total} cards
      </span>
    </p>
  )
}
