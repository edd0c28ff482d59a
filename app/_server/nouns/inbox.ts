import { doneWithInbox, snoozeInbox } from '#db/commands/inbox.ts'
import { countInbox, listInbox } from '#db/queries/inbox.ts'
import { readWatching } from '#db/queries/watching.ts'
import * as inboxCount from '#lib/contract/inbox-count.ts'
import * as inbox from '#lib/contract/inbox.ts'
import { bind } from '../bind.ts'

export const inboxHandlers = [
  bind(inbox.listInbox, (context, input) => listInbox(context.ctx(), input)),
  bind(inboxCount.countInbox, (context) => countInbox(context.ctx())),
  bind(inbox.doneWithInbox, (context, input) => doneWithInbox(context.ctx(), input)),
  bind(inbox.snoozeInbox, (context, input) => snoozeInbox(context.ctx(), input)),
  bind(inbox.readWatching, (context, { ref }) => readWatching(context.ctx(), ref)),
]
