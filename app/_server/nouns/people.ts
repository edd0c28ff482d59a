import { addPerson, removePerson } from '#db/commands/people.ts'
import { changeRole, giveRole, takeRole } from '#db/commands/roles.ts'
import { saveSettings } from '#db/commands/settings.ts'
import { readMe } from '#db/queries/groups.ts'
import { findCandidates, listPeople } from '#db/queries/people.ts'
import { readSettings } from '#db/queries/settings.ts'
import { readWeek } from '#db/queries/week.ts'
import * as groups from '#lib/contract/groups.ts'
import * as people from '#lib/contract/people.ts'
import * as settings from '#lib/contract/settings.ts'
import * as weeks from '#lib/contract/week.ts'
import { bind, personOf } from '../bind.ts'

export const peopleHandlers = [
  bind(groups.readMe, (context) => readMe(context.db, personOf(context))),
  bind(people.listPeople, (context) => listPeople(context.ctx())),
  bind(people.addPerson, (context, input) => addPerson(context.ctx(), input)),
  bind(people.removePerson, (context, input) => removePerson(context.ctx(), input)),
  bind(people.giveRole, (context, input) => giveRole(context.ctx(), input)),
  bind(people.takeRole, (context, input) => takeRole(context.ctx(), input)),
  bind(people.changeRole, (context, input) => changeRole(context.ctx(), input)),
  bind(people.findCandidates, (context, input) => findCandidates(context.ctx(), input)),
  bind(weeks.readWeek, (context) => readWeek(context.ctx(), context.newest)),
  bind(settings.readSettings, ({ db, who }) => readSettings(db, who.personId)),
  bind(settings.saveSettings, ({ db, who }, input) => saveSettings(db, who.personId, input)),
]
