import { rebuildAll } from '#db/commands/rebuild-all.ts'
import { migrate } from '#db/migrate.ts'
import { withDatabase } from './database.ts'
import { giveUp, say } from './progress.ts'

try {
  await withDatabase(async (url) => {
    await migrate(url, say)
    for (const { group, spans, missing, wrong } of await rebuildAll(url)) {
      const found = missing + wrong === 0 ? 'as recorded' : `${missing} were written and ${wrong} taken away`
      say(`✓ ${group}: ${spans} stays on Build Boards, ${found}`)
    }
  })
} catch (error) {
  giveUp(error)
}
