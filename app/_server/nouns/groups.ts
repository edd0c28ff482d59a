import { createGroup } from '#db/commands/groups-create.ts'
import { changeGroup } from '#db/commands/groups-edit.ts'
import { removeSample } from '#db/commands/sample.ts'
import { groupsOf, readGroup } from '#db/queries/groups.ts'
import * as groups from '#lib/contract/groups.ts'
import { bind, personOf } from '../bind.ts'

export const groupsHandlers = [
  bind(groups.listGroups, async (context) => ({
    items: await groupsOf(context.db, personOf(context)),
  })),
  bind(groups.createGroup, (context, input) =>
    createGroup({ ...context, actor: { ...personOf(context), roles: [] } }, input),
  ),
  bind(groups.changeGroup, (context, input) => changeGroup(context.ctx(), input)),
  bind(groups.readGroup, (context) => readGroup(context.ctx())),
  bind(groups.removeSample, (context) => removeSample(context.ctx())),
]
