import { lookupReads } from '#components/lookups/lookups-reads.ts'
import { listHands } from '#lib/contract/hands.ts'
import { readWeek } from '#lib/contract/week.ts'
import { reading } from '#lib/http/query.ts'

/** What the page of one's week fetches. */
export const weekReads = (group: string) => [
  ...lookupReads(group),
  reading(readWeek, { group }),
  reading(listHands, { group }),
]
