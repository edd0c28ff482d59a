import { arrange } from '#components/boards/view/arrange.ts'
import { type Grouping, swimlanesOf } from '#components/boards/view/grouping.ts'
import type { Card } from '#lib/contract/issues.ts'
import type { Role } from '#lib/domain/permissions.ts'

import type { BoardSnapshot } from '#components/boards/drag/board-snapshot.ts'
import { aView, namesOf } from './boards.ts'

/** The board of `aView` with cards on it, as an engineer sees it unless said otherwise. */
export function aSnapshot(
  { handle = 'cindy', roles = ['engineer'] }: { handle?: string; roles?: Role[] },
  grouping: Grouping,
  cards: readonly Card[],
): BoardSnapshot {
  const view = aView()
  const names = namesOf(view)
  const shape = { columns: view.columns, grouping, names, below: new Set<number>(), folded: [] }
  return {
    group: 'custom-models',
    view,
    cards,
    lanes: arrange(cards, () => true, shape),
    grouping,
    swimlanes: swimlanesOf(cards, grouping, names),
    folded: [],
    names,
    actor: { handle, roles, admin: false },
  }
}
