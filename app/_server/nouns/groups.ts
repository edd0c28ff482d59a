import { createGroup } from '#db/commands/groups-create.ts'
import { changeGroup } from '#db/commands/groups-edit.ts'
import { removeSample } from '#db/commands/sample.ts'
import { groupsOf, readGroup } from '#db/queries/groups.ts'
import * as groups from '#lib/contract/groups.ts'
import { keep, personOf } from '../keep.ts'

export const groupsKept = [
  keep(groups.listGroups, async (door) => ({
    items: await groupsOf(door.db, personOf(door)),
  })),
  keep(groups.createGroup, (door, input) =>
    createGroup({ ...door, actor: { ...personOf(door), roles: [] } }, input),
  ),
  keep(groups.changeGroup, (door, input) => changeGroup(door.ctx(), input)),
  keep(groups.readGroup, (door) => readGroup(door.ctx())),
  keep(groups.removeSample, (door) => removeSample(door.ctx())),
]
