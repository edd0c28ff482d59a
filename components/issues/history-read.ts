import { listEvents } from '#lib/contract/events.ts'
import { reading } from '#lib/http/query.ts'

const SHOWN = { few: 50, many: 200 }

/** The newest events of one issue. */
export const historyRead = (group: string, issue: number, more = false) =>
  reading(listEvents, { group, issue, limit: more ? SHOWN.many : SHOWN.few })
