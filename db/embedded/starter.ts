/**
 * For the tests: a process of its own that starts the database of a folder, says how that went as a line of JSON, and
 * stops it when its input ends. With a third argument it also keeps committing rows and prints each number once the
 * database has acknowledged it.
 */
import { Client } from 'pg'
import { startEmbedded } from './embedded.ts'

const [, , dataDir = '', writing] = process.argv
const say = (message: unknown) => process.stdout.write(`${JSON.stringify(message)}\n`)

const database = await startEmbedded({ dataDir, log: () => {} })
say({ how: database.how, url: database.url })

if (writing) {
  const client = new Client(database.url)
  client.on('error', () => {})
  await client.connect()
  await client.query('create table if not exists written (n integer primary key)')
  try {
    for (let n = 1; ; n++) {
      await client.query('insert into written values ($1)', [n])
      say({ n })
    }
  } catch {
    say({ broken: true })
  }
}

process.stdin.resume()
process.stdin.once('end', async () => {
  await database.stop()
  process.exit(0)
})
