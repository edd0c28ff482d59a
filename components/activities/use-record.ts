'use client'

import { useCallback } from 'react'

import { useChange } from '#components/changes/use-change.ts'
import { dayMonth } from '#components/ui/days/days.ts'
import { type Activity, recordOccurrence } from '#lib/contract/activities.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

/** Records that an activity happened on a day; resolves to null where it was refused. */
export function useRecord(group: string) {
  const change = useChange()
  return useCallback(
    ({ id, name }: Activity, day: PlainDate) =>
      change({
        endpoint: recordOccurrence,
        input: { group, activity: id, day, state: 'happened' },
        message: `Recorded that “${name}” happened on ${dayMonth(day)}.`,
      }),
    [change, group],
  )
}
