import { saveBackup } from '#db/backup/save.ts'
import { argumentsOf, fileFrom } from './arguments.ts'
import { withDatabase } from './database.ts'
import { giveUp, say } from './progress.ts'

try {
  const { file } = fileFrom('backup', argumentsOf('backup'))
  await withDatabase(async (url) => {
    const { rows, tables, ledgers } = await saveBackup(url, file, new Date())
    say(`✓ ${rows} rows of ${tables} tables are saved in ${file}`)
    for (const { group, broken } of ledgers)
      if (broken !== null)
        say(`  Warning: the ledger of group ${group} is not consistent from event ${broken} on.`)
  })
} catch (error) {
  giveUp(error)
}
