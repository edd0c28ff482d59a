import { closeEpic, editEpic, leadEpic, reopenEpic } from '#db/commands/epics-edit.ts'
import { createEpic } from '#db/commands/epics.ts'
import { followEpics, listEpics, readEpic, readJournal } from '#db/queries/epics.ts'
import * as epics from '#lib/contract/epics.ts'
import { keep } from '../keep.ts'

export const epicsKept = [
  keep(epics.listEpics, (door) => listEpics(door.ctx())),
  keep(epics.followEpics, (door) => followEpics(door.ctx())),
  keep(epics.readEpic, (door, input) => readEpic(door.ctx(), input)),
  keep(epics.readJournal, (door, input) => readJournal(door.ctx(), input)),
  keep(epics.createEpic, (door, input) => createEpic(door.ctx(), input)),
  keep(epics.editEpic, (door, input) => editEpic(door.ctx(), input)),
  keep(epics.leadEpic, (door, input) => leadEpic(door.ctx(), input)),
  keep(epics.closeEpic, (door, input) => closeEpic(door.ctx(), input)),
  keep(epics.reopenEpic, (door, input) => reopenEpic(door.ctx(), input)),
]
