import { USUAL_COLUMNS } from '#components/issues/list/list-state.ts'
import type { ListState } from '#components/issues/list/list-state.ts'

const COLUMNS = ['number', 'title', 'state', 'weight', 'dri'] as const

/** The list of an epic: all of its issues, in the order that the address says. */
export function epicListState(inAddress: ListState, epic: number): ListState {
  const usual = inAddress.columns.join() === USUAL_COLUMNS.join()
  return {
    ...inAddress,
    written: `epic:${epic}`,
    tab: 'all',
    at: null,
    columns: usual ? COLUMNS : inAddress.columns,
  }
}
