import { askToConfirm, confirmCapacity, reopenCapacity } from '#db/commands/capacity/confirm.ts'
import { setDuty } from '#db/commands/capacity/duty.ts'
import { setLanes, weighCarryOver } from '#db/commands/capacity/lanes.ts'
import { overrideCapacity } from '#db/commands/capacity/override.ts'
import { pastCapacity } from '#db/past/views.ts'
import { keptCapacity } from '#db/queries/capacity.ts'
import * as capacity from '#lib/contract/capacity.ts'
import { bind } from '../bind.ts'

export const capacityHandlers = [
  bind(capacity.readCapacity, (context, { at, milestone }) =>
    at === undefined
      ? keptCapacity(context.ctx(), context.newest, { milestone })
      : pastCapacity(context.ctx(), { milestone, at }),
  ),
  bind(capacity.overrideCapacity, (context, input) => overrideCapacity(context.ctx(), input)),
  bind(capacity.confirmCapacity, (context, input) => confirmCapacity(context.ctx(), input)),
  bind(capacity.reopenCapacity, (context, input) => reopenCapacity(context.ctx(), input)),
  bind(capacity.askToConfirm, (context, input) => askToConfirm(context.ctx(), input)),
  bind(capacity.setLanes, (context, input) => setLanes(context.ctx(), input)),
  bind(capacity.weighCarryOver, (context, input) => weighCarryOver(context.ctx(), input)),
  bind(capacity.setDuty, (context, input) => setDuty(context.ctx(), input)),
]
