import { afterAll, beforeAll, expect, test } from 'vitest'
import { crowdedDatabase } from '#db/testing/crowded-database.ts'
import { groundOf, ROW_BY_ROW, wideReads } from '#db/testing/plans.ts'
import { hearStatements, type Sent } from '#db/testing/recorder.ts'
import { askEach } from './testing/every-request.ts'
import { openMatrix } from './testing/permission-matrix.ts'

let sent: Sent[]
let crowded: Awaited<ReturnType<typeof crowdedDatabase>>

beforeAll(async () => {
  const matrix = await openMatrix()
  const heard = hearStatements()
  await askEach(matrix).finally(heard.stop)
  await matrix.wire.close()
  sent = heard.sent
  crowded = await crowdedDatabase()
  await crowded.query(ROW_BY_ROW)
}, 600_000)

afterAll(() => crowded.end())

/** What reads all of a group, or more, and why it may. */
const WIDE: Record<string, string> = {
  'db/queries/issue-lists.ts: issues': 'a filter may ask anything of every issue',
  'db/queries/chain.ts: events': 'each hash is checked, for whoever runs the group, and once a backup',
  'db/queries/search.ts: search_documents': 'its GIN indexes are cheaper once a group has thousands of texts',
  'db/queries/labels.ts: issues': 'the hidden ones are subtracted, for whoever may not see them',
  'db/commands/sample.ts: issues': 'the sample is removed once',
  'db/commands/teams.ts: issues': 'a team is rarely removed',
}

test('no request reads a table that grows with the issues from end to end, or all that a group has in it', async () => {
  expect(await wideReads(crowded, sent, await groundOf(crowded))).toEqual(Object.keys(WIDE).toSorted())
})

test('a read without an index is found, one that ends when there are enough is not', async () => {
  const found = async (text: string) =>
    wideReads(crowded, [{ from: 'db/a.ts:1', text, values: [], named: true }], await groundOf(crowded))
  expect(await found('select from issues where description = $1')).toEqual(['db/a.ts: issues'])
  expect(await found('select from events where group_id = $1 and at > $2')).toEqual(['db/a.ts: events'])
  expect(await found('select from issues i join people p on p.id = i.dri_id where i.group_id = $1')).toEqual([
    'db/a.ts: issues',
  ])
  expect(await found('select from events where group_id = $1 order by number desc limit 50')).toEqual([])
  expect(await found('select from events where group_id = $1 and issue_number = $2')).toEqual([])
})
