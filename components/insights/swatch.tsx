import type { ReactNode } from 'react'

/** A sample of a mark with its name; `data-key` has it drawn into pictures as well. */
export const Swatch = ({ name, children }: { name: string; children: ReactNode }) => (
  <span data-key className="flex items-center gap-1.5">
    <svg width="12" height="12" aria-hidden="true" className="overflow-visible">
      {children}
    </svg>
    {name}
  </span>
)
