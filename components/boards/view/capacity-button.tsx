'use client'

import { useState } from 'react'

import { lazily } from '#components/ui/popups/lazily.tsx'
import type { CapacityFacts } from '#lib/contract/boards.ts'

import { figure } from './capacity.ts'

const CapacityTerms = lazily(async () => (await import('./capacity-terms.tsx')).CapacityTerms)

type Props = { capacity: CapacityFacts; milestone: string }

/** The capacity as a figure that opens into its terms. */
export function CapacityButton({ capacity, milestone }: Props) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const weight = figure(capacity.weight)
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-label={`Capacity ${weight}: show details`}
        onPointerEnter={CapacityTerms.ahead}
        onFocus={CapacityTerms.ahead}
        onClick={(event) => setAnchor(anchor ? null : event.currentTarget)}
        className="tap -mx-1 min-h-6 rounded-xs px-1 font-semibold text-ink underline decoration-ink-3 decoration-dotted underline-offset-3 hover:bg-hover"
      >
        {weight}
      </button>
      {anchor && (
        <CapacityTerms
          anchor={anchor}
          capacity={capacity}
          milestone={milestone}
          onClose={() => setAnchor(null)}
        />
      )}
    </>
  )
}
