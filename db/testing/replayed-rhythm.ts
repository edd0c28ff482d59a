import type { GroupState } from '#lib/domain/replay-state.ts'
import { ASK_TABLES } from './replayed-asks.ts'
import { CADENCE_TABLES, cadenceRows } from './replayed-cadence.ts'
import { RETROSPECTIVE_TABLES, retrospectiveRows } from './replayed-retrospectives.ts'

/** What the rhythm of a group leaves: its activities, calls and retrospectives, as the ledger tells them. */
export const rhythmRows = (state: GroupState) => ({ ...cadenceRows(state), ...retrospectiveRows(state) })

/** The same as the tables have it, and what people asked for. */
export const RHYTHM_TABLES: Record<string, string> = {
  ...ASK_TABLES,
  ...CADENCE_TABLES,
  ...RETROSPECTIVE_TABLES,
}
