import { listEvents } from '#lib/contract/events.ts'
import { reading } from '#lib/http/query.ts'

const PAGE = 100

/** A page of what happened in a group, newest first; the first page without a cursor. */
export const activityRead = (group: string, cursor?: string) =>
  reading(listEvents, { group, limit: PAGE, ...(cursor ? { cursor } : {}) })
