import type { Job } from '#db/jobs/job.ts'
import type { TurnsOfGroup } from '#db/jobs/run.ts'

export type Schedule = { name: string; key: string; cron: string; tz: string }

/**
 * When each job comes round, on which clock. Groups whose turn comes at one time of one zone share a schedule: a job looks
 * at all groups whenever it runs, and does what is owed.
 */
export function schedulesFor(jobs: readonly Job[], groups: readonly TurnsOfGroup[]): Schedule[] {
  const found = new Map<string, Schedule>()
  for (const { name, cron: cronOf } of jobs) {
    for (const { group, turns } of groups) {
      const cron = cronOf(turns)
      if (cron === null) continue
      const key = keyOf(cron, group.zone)
      found.set(`${name} ${key}`, { name, key, cron, tz: group.zone })
    }
  }
  return [...found.values()]
}

/** Of the signs that the queue takes for a key. */
const keyOf = (cron: string, zone: string): string =>
  `${zone}_${cron}`.replaceAll(/[^A-Za-z0-9/_-]/g, (sign) => `.${sign.charCodeAt(0)}`)
