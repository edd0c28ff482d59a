import { milestoneFreeze } from '#db/jobs/milestone-freeze.ts'
import { startJobs } from '../jobs/queue.ts'

// A process of its own that freezes the milestones that ended by a moment which it is told; it works until it is killed.
const [moment = ''] = process.argv.slice(2)
const url = process.env.DATABASE_URL ?? ''
await startJobs({ url, jobs: [milestoneFreeze], now: () => new Date(moment) })
