import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import { keptBytes } from '#db/past/kept-boards.ts'

type Metrics = {
  registry: Registry
  answers: Histogram
  bugs: Counter
  streams: Gauge
  pastBoards: Gauge
  jobs: Counter
  jobSucceeded: Gauge
}

declare global {
  var saydoMetrics: Metrics | undefined
}

/** One registry a process, wherever the module is loaded from. Times are in seconds, as Prometheus wants them. */
export function metrics(): Metrics {
  return (globalThis.saydoMetrics ??= create())
}

function create(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    answers: new Histogram({
      name: 'saydo_answer_seconds',
      help: 'Time to answer a request of the API, by endpoint and status',
      labelNames: ['endpoint', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.02, 0.04, 0.1, 0.3, 1, 3],
      registers: [registry],
    }),
    bugs: new Counter({
      name: 'saydo_bugs_total',
      help: 'Answers 500, by endpoint',
      labelNames: ['endpoint'],
      registers: [registry],
    }),
    jobs: new Counter({
      name: 'saydo_job_runs_total',
      help: 'What jobs did for a group and a period, and how often they failed, by job and outcome',
      labelNames: ['job', 'outcome'],
      registers: [registry],
    }),
    jobSucceeded: new Gauge({
      name: 'saydo_job_success_seconds',
      help: 'When a job last looked at all groups without a failure, as seconds since 1970, by job',
      labelNames: ['job'],
      registers: [registry],
    }),
    pastBoards: new Gauge({
      name: 'saydo_past_boards_kept_bytes',
      help: 'Memory for boards of past moments that are kept between requests',
      registers: [registry],
      collect() {
        this.set(keptBytes())
      },
    }),
    streams: new Gauge({ name: 'saydo_live_streams', help: 'Open live streams', registers: [registry] }),
  }
}
