import { expect, test } from 'vitest'
import { LineTo } from '#db/testing/line-to.ts'
import { testUrl } from '#db/testing/world.ts'
import { insistOnDatabase } from './external-database.ts'

test('a database that can be asked and listened to is one to work with', async () => {
  const line = await LineTo.open(testUrl())
  await expect(insistOnDatabase(line.url)).resolves.toBeUndefined()
})

test(
  'a database whose live stream is cut off is refused in words, and asked no more',
  { timeout: 30_000 },
  async () => {
    const line = await LineTo.open(testUrl())
    line.way = (nth) => (nth === 1 ? 'through' : 'ended')
    await expect(insistOnDatabase(line.url)).rejects.toThrow(/live stream cannot connect/)
    const tries = line.opened.length
    await new Promise((resolve) => setImmediate(resolve))
    expect(line.opened).toHaveLength(tries)
  },
)
