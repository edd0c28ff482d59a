import { closeEpic, editEpic, leadEpic, reopenEpic } from '#db/commands/epics-edit.ts'
import { createEpic } from '#db/commands/epics.ts'
import { acceptEpic, declineEpic, withdrawEpic } from '#db/commands/hand-overs/answer.ts'
import { handOverEpic } from '#db/commands/hand-overs/hand-over.ts'
import { followEpics, listEpics, readEpic, readJournal } from '#db/queries/epics.ts'
import * as handOvers from '#lib/contract/epic-hand-overs.ts'
import * as epics from '#lib/contract/epics.ts'
import { keptEpicForecast } from '#db/queries/epic-forecast.ts'
import { readEpicForecast } from '#lib/contract/epic-forecast.ts'
import { bind } from '../bind.ts'

export const epicsHandlers = [
  bind(epics.listEpics, (context) => listEpics(context.ctx())),
  bind(epics.followEpics, (context) => followEpics(context.ctx())),
  bind(epics.readEpic, (context, input) => readEpic(context.ctx(), input)),
  bind(readEpicForecast, (context, { epic }) => keptEpicForecast(context.ctx(), context.newest, { epic })),
  bind(epics.readJournal, (context, input) => readJournal(context.ctx(), input)),
  bind(epics.createEpic, (context, input) => createEpic(context.ctx(), input)),
  bind(epics.editEpic, (context, input) => editEpic(context.ctx(), input)),
  bind(epics.leadEpic, (context, input) => leadEpic(context.ctx(), input)),
  bind(epics.closeEpic, (context, input) => closeEpic(context.ctx(), input)),
  bind(epics.reopenEpic, (context, input) => reopenEpic(context.ctx(), input)),
  bind(handOvers.handOverEpic, (context, input) => handOverEpic(context.ctx(), input)),
  bind(handOvers.acceptEpic, (context, input) => acceptEpic(context.ctx(), input)),
  bind(handOvers.declineEpic, (context, input) => declineEpic(context.ctx(), input)),
  bind(handOvers.withdrawEpic, (context, input) => withdrawEpic(context.ctx(), input)),
]
