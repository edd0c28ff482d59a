import { bind } from '../bind.ts'
import { noVolunteer } from '#db/commands/dris.ts'
import { readDrift } from '#db/queries/drift.ts'
import { listDris } from '#db/queries/dris.ts'
import { listUnclaimed } from '#db/queries/unclaimed.ts'
import * as drift from '#lib/contract/drift.ts'
import * as dris from '#lib/contract/dris.ts'

export const drisHandlers = [
  bind(drift.listDris, (context, input) => listDris(context.ctx(), input)),
  bind(drift.readDrift, (context) => readDrift(context.ctx())),
  bind(dris.listUnclaimed, (context) => listUnclaimed(context.ctx())),
  bind(dris.noVolunteer, (context, input) => noVolunteer(context.ctx(), input)),
]
