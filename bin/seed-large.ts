import { migrate } from '#db/migrate.ts'
import { seedOnFirstRun } from '#db/seed/first-run.ts'
import { seedLarge } from '#db/seed/large.ts'
import { LARGE } from '#db/seed/large/size.ts'
import { withDatabase } from './database.ts'
import { say, step } from './progress.ts'

await withDatabase(async (url) => {
  await migrate(url, say)
  await seedOnFirstRun(url, say, { now: new Date() })
  await step('load groups ready', () => seedLarge(url, { size: LARGE, now: new Date(), log: say }))
})
