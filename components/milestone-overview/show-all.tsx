'use client'

import { useState } from 'react'
import type { ReactNode } from 'react'

import { usePrinting } from '#components/shell/use-printing.ts'
import { Button } from '#components/ui/button.tsx'

type Props<T> = { label: string; items: readonly T[]; first: number; render: (item: T) => ReactNode }

/** The first of a list, and the others when they are asked for; on paper all. */
export function ShowAll<T>({ label, items, first, render }: Props<T>) {
  const [isOpen, setOpen] = useState(false)
  const isWhole = usePrinting() || isOpen
  const rest = items.length - first
  return (
    <>
      <ul aria-label={label}>{(isWhole ? items : items.slice(0, first)).map(render)}</ul>
      {rest > 0 && !isWhole && (
        <Button
          kind="quiet"
          size="sm"
          className="mx-2 my-1.5 self-start no-print"
          onClick={() => setOpen(true)}
        >
          Show {rest} more
        </Button>
      )}
    </>
  )
}
