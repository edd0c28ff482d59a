'use client'

import { useCallback, useState } from 'react'

import { useHotkeys } from '#components/shell/hotkeys.ts'

type At = { row: number; column: number }

/** One figure of the grid is reached by Tab, the others from there by the arrow keys, Home and End. */
export function useCells(columns: number) {
  const [at, setAt] = useState<At>({ row: 0, column: 0 })
  const reach = useCallback((row: number, column: number) => setAt({ row, column }), [])
  const key = (keys: string[], what: string, to: (from: At) => At) => ({
    keys,
    what,
    when: () => focused() !== null,
    act: () => {
      const from = focused()
      if (from) buttonAt(to(from))?.focus()
    },
  })
  useHotkeys('Capacity', [
    key(['ArrowDown'], 'Next line', ({ row, column }) => ({ row: row + 1, column })),
    key(['ArrowUp'], 'Previous line', ({ row, column }) => ({ row: row - 1, column })),
    key(['ArrowRight'], 'Next week', ({ row, column }) => ({ row, column: column + 1 })),
    key(['ArrowLeft'], 'Previous week', ({ row, column }) => ({ row, column: column - 1 })),
    key(['Home'], 'First week', ({ row }) => ({ row, column: 0 })),
    key(['End'], 'Capacity of the line', ({ row }) => ({ row, column: columns - 1 })),
  ])
  return { at, reach }
}

const buttonAt = ({ row, column }: At) =>
  document.querySelector<HTMLElement>(`main [data-cell="${row} ${column}"]`)

function focused(): At | null {
  const cell = document.activeElement?.getAttribute('data-cell')
  const [row, column] = cell?.split(' ').map(Number) ?? []
  return row === undefined || column === undefined ? null : { row, column }
}
