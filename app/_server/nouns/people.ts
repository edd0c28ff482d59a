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
import { keep, personOf } from '../keep.ts'

export const peopleKept = [
  keep(groups.readMe, (door) => readMe(door.db, personOf(door))),
  keep(people.listPeople, (door) => listPeople(door.ctx())),
  keep(people.addPerson, (door, input) => addPerson(door.ctx(), input)),
  keep(people.removePerson, (door, input) => removePerson(door.ctx(), input)),
  keep(people.giveRole, (door, input) => giveRole(door.ctx(), input)),
  keep(people.takeRole, (door, input) => takeRole(door.ctx(), input)),
  keep(people.changeRole, (door, input) => changeRole(door.ctx(), input)),
  keep(people.findCandidates, (door, input) => findCandidates(door.ctx(), input)),
  keep(weeks.readWeek, (door) => readWeek(door.ctx())),
  keep(settings.readSettings, ({ db, who }) => readSettings(db, who.personId)),
  keep(settings.saveSettings, ({ db, who }, input) => saveSettings(db, who.personId, input)),
]
