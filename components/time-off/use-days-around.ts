'use client'

import { useQuery } from '@tanstack/react-query'

import { listTimeOff } from '#lib/contract/time-off.ts'
import { listWorkingTimes } from '#lib/contract/working-times.ts'
import type { TimeOffDays } from '#lib/domain/time-off.ts'
import { daysOf, workIn } from '#lib/domain/working-times.ts'
import { reading } from '#lib/http/query.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { daysMore } from './draft.ts'
import type { Draft } from './draft.ts'
import { daysOfEntry } from './lines.ts'
import type { Line } from './lines.ts'

/** Of those that are known, which days a person works, and what they have entered. */
type Shown = { from: PlainDate; to: PlainDate; lines: readonly Line[] }

/**
 * Working days that an absence takes beside what is entered; undefined until they are known. Days that are not shown are
 * asked for.
 */
export function useDaysMore(
  group: string,
  { draft, span, shown }: { draft: Draft; span: TimeOffDays | null; shown: Shown },
): number | undefined {
  const { person, entry } = draft
  const isShown = span !== null && shown.from <= span.fromOn && span.toOn <= shown.to
  const asked = { group, from: span?.fromOn ?? shown.from, to: span?.toOn ?? shown.to }
  const enabled = span !== null && !isShown
  const times = useQuery({ ...reading(listWorkingTimes, asked), enabled }).data
  const away = useQuery({ ...reading(listTimeOff, { ...asked, person }), enabled }).data
  if (!span) return undefined
  const line = shown.lines.find(({ handle }) => handle === person)
  const others = (entries: Line['entries']) => entries.filter(({ id }) => id !== entry).map(daysOfEntry)
  if (isShown) return line && daysMore(span, others(line.entries), workIn(line.days))
  const held = times?.items.find((one) => one.person === person)
  if (!held || !away) return undefined
  return daysMore(span, others(away.items), workIn(daysOf(held, span.fromOn, span.toOn)))
}
