import { listPings } from '#db/queries/pings.ts'
import * as pings from '#lib/contract/pings.ts'
import { bind } from '../bind.ts'

export const pingsHandlers = [bind(pings.listPings, (context) => listPings(context.ctx()))]
