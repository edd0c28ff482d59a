import { readCapacity } from '#lib/contract/capacity.ts'
import { listMilestones } from '#lib/contract/milestones.ts'
import { reading } from '#lib/http/query.ts'
import { momentOf } from '#lib/kit/past.ts'

export const capacityReads = (group: string, milestone: string, at: string | null) => [
  reading(readCapacity, { group, milestone, ...momentOf(at) }),
  reading(listMilestones, { group }),
]
