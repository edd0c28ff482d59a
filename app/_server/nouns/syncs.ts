import { recordOutcome } from '#db/commands/syncs/outcomes.ts'
import { addPoint, removePoint } from '#db/commands/syncs/points.ts'
import { beHere } from '#db/commands/syncs/presence.ts'
import { endSync, leadSync, startSync } from '#db/commands/syncs/syncs.ts'
import { readPresence } from '#db/queries/sync-presence.ts'
import { readAgenda, readMinutes, readSync } from '#db/queries/sync-room.ts'
import { listSyncs } from '#db/queries/syncs.ts'
import * as syncs from '#lib/contract/syncs.ts'
import { publicUrl } from '../auth/site.ts'
import { bind } from '../bind.ts'

export const syncsHandlers = [
  bind(syncs.listSyncs, (context, input) => listSyncs(context.ctx(), input)),
  bind(syncs.readAgenda, (context) => readAgenda(context.ctx())),
  bind(syncs.readSync, (context, input) => readSync(context.ctx(), input)),
  bind(syncs.syncMarkdown, (context, input) => readMinutes(context.ctx(), input, publicUrl().origin)),
  bind(syncs.startSync, (context, { skip = false }) => startSync(context.ctx(), { skip })),
  bind(syncs.endSync, (context, input) => endSync(context.ctx(), input)),
  bind(syncs.leadSync, (context, input) => leadSync(context.ctx(), input)),
  bind(syncs.readPresence, (context, input) => readPresence(context.ctx(), input)),
  bind(syncs.beHere, (context, input) => beHere(context.ctx(), input)),
  bind(syncs.addPoint, (context, { text }) => addPoint(context.ctx(), { text })),
  bind(syncs.removePoint, (context, input) => removePoint(context.ctx(), input)),
  bind(syncs.recordOutcome, (context, input) => recordOutcome(context.ctx(), input)),
]
