import { listDris } from '#lib/contract/drift.ts'
import { readEpic } from '#lib/contract/epics.ts'
import { listHands } from '#lib/contract/hands.ts'
import { readIssue } from '#lib/contract/issues.ts'
import type { AgendaItem } from '#lib/contract/syncs.ts'
import { listUpdates } from '#lib/contract/updates.ts'
import { parseItem } from '#lib/domain/syncs/agenda.ts'
import { reading } from '#lib/http/query.ts'

/** The item at which a room opens: the first that is open. */
export const firstItem = (items: readonly AgendaItem[]): AgendaItem | undefined =>
  items.find(({ state }) => state === 'open') ?? items[0]

/** What is known of the item at which a room opens, so that it is drawn with the page. */
export function firstItemReads(group: string, items: readonly AgendaItem[]) {
  const item = firstItem(items)
  const hands = item && parseItem(item.key)?.kind === 'hand' ? [reading(listHands, { group })] : []
  if (!item?.about) return hands
  const { kind, ref } = item.about
  return [
    ...hands,
    reading(listDris, { group }),
    reading(listUpdates, { group, subject: `${kind}-${ref}` }),
    kind === 'issue' ? reading(readIssue, { group, ref }) : reading(readEpic, { group, epic: ref }),
  ]
}
