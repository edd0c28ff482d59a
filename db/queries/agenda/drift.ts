import { subjectSlug } from '#lib/domain/subjects.ts'
import type { AgendaLine } from '#lib/domain/syncs/agenda.ts'
import { pressOf } from '#lib/domain/drift-told.ts'
import type { driftLines } from '../drift.ts'

type Drifting = Awaited<ReturnType<typeof driftLines>>

const lineOf =
  (source: 'unowned' | 'drift') =>
  ({ kind, ref, dri, drift }: Drifting[number]): AgendaLine => ({
    source,
    key: subjectSlug({ kind, ref }),
    about: { kind, ref },
    text: drift.because,
    person: dri && dri.handle,
  })

/** Work that is under way and has no DRI. */
export const unownedLines = (drifting: Drifting): AgendaLine[] =>
  drifting.filter(({ drift }) => drift.kind === 'no_dri').map(lineOf('unowned'))

/** All else that lets work drift, the most pressing first. */
export const driftingLines = (drifting: Drifting): AgendaLine[] =>
  drifting
    .filter(({ drift }) => drift.kind !== 'no_dri')
    .toSorted((a, b) => pressOf(a.drift.kind) - pressOf(b.drift.kind))
    .map(lineOf('drift'))
