import { doneWithInbox, snoozeInbox } from '#db/commands/inbox.ts'
import { countInbox, listInbox } from '#db/queries/inbox.ts'
import { readWatching } from '#db/queries/watching.ts'
import * as inboxCount from '#lib/contract/inbox-count.ts'
import * as inbox from '#lib/contract/inbox.ts'
import { keep } from '../keep.ts'

export const inboxKept = [
  keep(inbox.listInbox, (door, input) => listInbox(door.ctx(), input)),
  keep(inboxCount.countInbox, (door) => countInbox(door.ctx())),
  keep(inbox.doneWithInbox, (door, input) => doneWithInbox(door.ctx(), input)),
  keep(inbox.snoozeInbox, (door, input) => snoozeInbox(door.ctx(), input)),
  keep(inbox.readWatching, (door, { ref }) => readWatching(door.ctx(), ref)),
]
