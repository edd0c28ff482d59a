import { lookupReads } from '#components/lookups/lookups-reads.ts'
import { planningRead } from '#components/planning-issue/planning-reads.ts'
import { readPlan } from '#lib/contract/plan.ts'
import { reading } from '#lib/http/query.ts'

export const planReads = (group: string, milestone: string) => [
  reading(readPlan, { group, milestone }),
  planningRead(group, milestone),
  ...lookupReads(group),
]
