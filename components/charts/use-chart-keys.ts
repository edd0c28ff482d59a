'use client'

import { useHotkeys } from '#components/shell/hotkeys.ts'
import { CHART_KEYS } from './chart-keys.ts'

/** Once on a page of charts: while nothing has the focus, an arrow goes to the part where the keys begin. */
export function useChartKeys() {
  useHotkeys(
    'Charts',
    CHART_KEYS.map(({ keys, what }) => ({
      keys,
      what,
      when: () => !keys.includes('Enter') && isFree() && firstPart() !== null,
      act: () => firstPart()?.focus(),
    })),
  )
}

const firstPart = () => document.querySelector<HTMLElement>('main [data-point][tabindex="0"]')

function isFree(): boolean {
  const focused = document.activeElement
  return focused === null || focused === document.body || focused.id === 'main'
}
