import { PgBoss } from 'pg-boss'
import { pool } from '#db/connection.ts'
import type { Db } from '#db/context.ts'
import type { Job } from '#db/jobs/job.ts'
import { groupsWithTurns, runJob } from '#db/jobs/run.ts'
import { JOBS_SCHEMA } from '#db/jobs/schema.ts'
import { log } from '../log.ts'
import { metrics } from '../metrics.ts'
import { schedulesFor } from './schedules.ts'

/** Looks at every job: sets when they come round, and does what is owed by now. */
const LOOK = 'look'
const HOURLY = '17 * * * *'

/** A few statements a minute while nothing is to do; a turn comes at most a minute and a half late. Seconds. */
const CALM = {
  cronMonitorIntervalSeconds: 45,
  cronWorkerIntervalSeconds: 45,
  superviseIntervalSeconds: 300,
  monitorIntervalSeconds: 300,
  bamIntervalSeconds: 3600,
  flowIntervalSeconds: 3600,
  queueCacheIntervalSeconds: 3600,
}
const POLL = { pollingIntervalSeconds: 30 }
/** One waits at most, and whatever fails is tried again, later each time. */
const QUEUE = {
  policy: 'short',
  retryLimit: 8,
  retryDelay: 30,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: 300,
} as const
/** How long work under way may take to end when the process stops. */
const PATIENCE_MS = 8000

type Options = { url: string; jobs: readonly Job[]; now: () => Date }
export type Running = { stop(): Promise<void> }

/**
 * Starts the queue in its own schema and with a small pool of its own, and looks at what is owed. Of several processes each
 * has a queue; what one has taken the others leave, and what is done once is held by `job_runs`.
 */
export async function startJobs({ url, jobs, now }: Options): Promise<Running> {
  const boss = new PgBoss({
    connectionString: url,
    schema: JOBS_SCHEMA,
    application_name: 'saydo jobs',
    max: 2,
    ...CALM,
  })
  boss.on('error', (error) => log.warn({ err: error }, 'the queue of jobs could not be reached'))
  await boss.start()
  for (const name of [LOOK, ...jobs.map((job) => job.name)]) await boss.createQueue(name, QUEUE)
  await boss.send(LOOK)
  await boss.work(LOOK, POLL, async () => {
    await setSchedules(boss, jobs)
    const looked = await Promise.allSettled(jobs.map((job) => run(job, now())))
    for (const one of looked) if (one.status === 'rejected') throw one.reason
  })
  for (const job of jobs) await boss.work(job.name, POLL, () => run(job, now()))
  globalThis.saydoJobs = { look: (db) => boss.send(LOOK, {}, { db: within(db) }) }
  return {
    async stop() {
      globalThis.saydoJobs = undefined
      await boss.stop({ timeout: PATIENCE_MS })
    },
  }
}

/** Lets the queue write in the transaction of another. */
const within = (db: Db) => ({ executeSql: (text: string, values?: unknown[]) => db.query(text, values) })

async function setSchedules(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  const wanted = [
    { name: LOOK, key: '', cron: HOURLY, tz: 'UTC' },
    ...schedulesFor(jobs, await groupsWithTurns(pool())),
  ]
  for (const { name, key, cron, tz } of wanted) await boss.schedule(name, cron, {}, { key, tz })
  const keeps = new Set(wanted.map(({ name, key }) => `${name} ${key}`))
  for (const { name, key } of await boss.getSchedules()) {
    if (!keeps.has(`${name} ${key}`)) await boss.unschedule(name, key)
  }
}

async function run(job: Job, now: Date): Promise<void> {
  const { jobs, jobSucceeded } = metrics()
  try {
    const done = await runJob(job, { db: pool(), now })
    jobs.inc({ job: job.name, outcome: 'done' }, done.length)
    jobSucceeded.set({ job: job.name }, now.getTime() / 1000)
    for (const { group, period } of done) log.info({ job: job.name, group, period }, 'a job is done')
  } catch (error) {
    jobs.inc({ job: job.name, outcome: 'failed' })
    log.error({ job: job.name, err: error }, 'a job failed and is tried again')
    throw error
  }
}
