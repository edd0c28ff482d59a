import { listDris } from '#lib/contract/drift.ts'
import { followEpics } from '#lib/contract/epics.ts'
import { listHands } from '#lib/contract/hands.ts'
import { indexIssues } from '#lib/contract/issue-lists.ts'
import { listMemberships } from '#lib/contract/memberships.ts'
import { listTimeOff } from '#lib/contract/time-off.ts'
import { listWorkingTimes } from '#lib/contract/working-times.ts'
import { reading } from '#lib/http/query.ts'

/** The open issues that a person drives, the furthest on first. */
export const drivenBy = (person: string) => ({
  filter: `dri:${person} and state:open`,
  sort: 'workflow' as const,
  direction: 'desc' as const,
})

/** What the page of a person asks for, beside the lookups. */
export const personReads = (group: string, person: string) => [
  reading(listWorkingTimes, { group }),
  reading(listTimeOff, { group, person }),
  reading(listMemberships, { group }),
  reading(followEpics, { group }),
  reading(listHands, { group }),
  reading(listDris, { group, person }),
  reading(indexIssues, { group, ...drivenBy(person) }),
]
