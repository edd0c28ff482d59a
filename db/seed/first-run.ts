import { writeHandbook } from './handbook.ts'
import { inOneTransaction } from './transaction.ts'

type Options = {
  /** Whether a living sample world comes with the handbook; by default only with the embedded database. */
  sample?: boolean
  /** When this start happens; the sample's history leads up to it. */
  now?: Date
}

/** Gives a database without any group the one of the handbook page, once, whoever starts at the same moment. */
export async function seedOnFirstRun(
  url: string,
  log: (line: string) => void,
  { sample = process.env.SAYDO_DATABASE === 'embedded', now = new Date() }: Options = {},
): Promise<void> {
  await inOneTransaction(url, async (client) => {
    const { rows } = await client.query<{ empty: boolean }>('select not exists (select from groups) as empty')
    if (!rows[0]?.empty) return
    log('writing the group of the handbook')
    await writeHandbook(client, now)
    if (sample) log('the sample world is not written yet')
  })
}
