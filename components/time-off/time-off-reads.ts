import { listCover } from '#lib/contract/cover.ts'
import { listMemberships } from '#lib/contract/memberships.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { listTeams } from '#lib/contract/teams.ts'
import { listTimeOff } from '#lib/contract/time-off.ts'
import { listWorkingTimes } from '#lib/contract/working-times.ts'
import { reading } from '#lib/http/query.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

type Shown = { from: PlainDate; to: PlainDate }

/** What the page Time off asks for, beside what every page of a group has. */
export const timeOffReads = (group: string, person: string, { from, to }: Shown) => [
  reading(listTimeOff, { group, from, to }),
  reading(listTimeOff, { group, person }),
  reading(listWorkingTimes, { group, from, to }),
  reading(listMemberships, { group }),
  reading(listTeams, { group }),
  reading(listMilestones, { group }),
  reading(listCover, { group, from, to }),
]
