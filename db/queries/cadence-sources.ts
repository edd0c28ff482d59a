import type { ActivityKind } from '#lib/domain/cadence/activities.ts'
import { cadenceOfClosing } from './cadence-of-closing.ts'
import { cadenceOfPlanning } from './cadence-of-planning.ts'
import { cadenceOfRetrospectives } from './cadence-of-retrospectives.ts'
import { cadenceOfSyncs } from './cadence-of-syncs.ts'
import { cadenceOfUpdates } from './cadence-of-updates.ts'
import type { CadenceSource } from './cadence-source.ts'

/** What is never ticked by hand; activities of other kinds are recorded by their owners. */
const SOURCES: readonly CadenceSource[] = [
  cadenceOfSyncs,
  cadenceOfUpdates,
  cadenceOfPlanning,
  cadenceOfClosing,
  cadenceOfRetrospectives,
]

const byKind = new Map(SOURCES.map((source) => [source.kind, source]))

export const sourceOf = (kind: ActivityKind): CadenceSource | null => byKind.get(kind) ?? null
