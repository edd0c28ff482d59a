import { checkBackup, restoreBackup } from '#db/backup/restore.ts'
import { argumentsOf, fileFrom } from './arguments.ts'
import { withDatabase } from './database.ts'
import { giveUp, say, step } from './progress.ts'

try {
  const { file, set } = fileFrom('restore', argumentsOf('restore'), { flags: ['replace'] })
  // Before a database is made or started: a file that is no good leaves no trace.
  await step('backup checked', () => checkBackup(file))
  await withDatabase(async (url) => {
    const { rows, createdAt } = await restoreBackup(url, file, { replace: set.has('replace'), log: say })
    say(`✓ ${rows} rows are as they were on ${createdAt}`)
  })
} catch (error) {
  giveUp(error)
}
