import { listEpics } from '#lib/contract/epics.ts'
import { listLabels } from '#lib/contract/labels.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { listPeople } from '#lib/contract/people.ts'
import { listTeams } from '#lib/contract/teams.ts'
import { reading } from '#lib/http/query.ts'

/** What a page that shows issues outside of a board has to fetch. */
export const lookupReads = (group: string) => [
  reading(listLabels, { group }),
  reading(listMilestones, { group }),
  reading(listPeople, { group }),
  reading(listTeams, { group }),
  reading(listEpics, { group }),
]
