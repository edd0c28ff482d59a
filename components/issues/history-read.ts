import { listEvents } from '#lib/contract/events.ts'
import { reading } from '#lib/http/query.ts'

const SHOWN = 50

/** The newest events of one issue. */
export const historyRead = (group: string, issue: number) =>
  reading(listEvents, { group, issue, limit: SHOWN })
