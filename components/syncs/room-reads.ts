import { listDris } from '#lib/contract/drift.ts'
import { readEpic } from '#lib/contract/epics.ts'
import { listHands } from '#lib/contract/hands.ts'
import { readIssue } from '#lib/contract/issues.ts'
import type { SyncRoom } from '#lib/contract/syncs.ts'
import { listUpdates } from '#lib/contract/updates.ts'
import { parseItem } from '#lib/domain/syncs/agenda.ts'
import { reading } from '#lib/http/query.ts'

type Opened = Pick<SyncRoom, 'sync' | 'items'>

/** The item at which a room opens: the first that is open; minutes open at the first of which something came. */
export function firstItem({ sync, items }: Opened) {
  const state = sync?.state === 'ended' ? 'settled' : 'open'
  return items.find((one) => one.state === state) ?? items[0]
}

/** What is known of the item at which a room opens, so that it is drawn with the page. */
export function firstItemReads(group: string, room: Opened) {
  const item = firstItem(room)
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
