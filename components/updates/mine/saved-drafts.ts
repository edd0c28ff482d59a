import type { QueryClient } from '@tanstack/react-query'

import { readUpdates } from '#lib/contract/updates.ts'
import type { UpdateDraft, WeekOfUpdates } from '#lib/contract/updates.ts'
import { reading } from '#lib/http/query.ts'
import type { IsoWeek } from '#lib/kit/iso-week.ts'

/**
 * Takes over what a draft is now: no stream tells of what is a person’s alone. What is being read at this moment may have
 * been read before the draft was saved: it is asked for again, so that its answer does not put the old one back.
 */
export function keepSaved(
  client: QueryClient,
  group: string,
  week: IsoWeek,
  subject: string,
  draft: UpdateDraft | null,
) {
  const { queryKey } = reading(readUpdates, { group, week })
  client.setQueryData<WeekOfUpdates>(
    queryKey,
    (known) =>
      known && {
        ...known,
        mine: known.mine.map((one) => (one.subject === subject ? { ...one, draft } : one)),
      },
  )
  if (client.isFetching({ queryKey, exact: true }) > 0) void client.refetchQueries({ queryKey, exact: true })
}
