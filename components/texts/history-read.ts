import { listEvents } from '#lib/contract/events.ts'
import { call } from '#lib/http/call.ts'
import { reading } from '#lib/http/query.ts'

const SHOWN = 50

/** The newest events of one issue. */
export const historyRead = (group: string, issue: number) =>
  reading(listEvents, { group, issue, limit: SHOWN })

/** Those before a cursor. */
export const earlierHistory = (group: string, issue: number, cursor: string) =>
  call(listEvents, { group, issue, limit: SHOWN, cursor })
