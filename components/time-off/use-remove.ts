'use client'

import { useChange } from '#components/changes/use-change.ts'
import { removeTimeOff } from '#lib/contract/time-off.ts'
import type { TimeOffEntry } from '#lib/contract/time-off.ts'
import { spanText } from '#lib/kit/day-text.ts'

/** Removes time off at once; Z brings it back. */
export function useRemove(group: string) {
  const change = useChange()
  return ({ id, from, to }: TimeOffEntry) =>
    void change({
      endpoint: removeTimeOff,
      input: { group, entry: id },
      message: `Removed ${spanText(from, to)}.`,
    })
}
