import { beforeAll, expect, test } from 'vitest'
import { pool } from '#db/connection.ts'
import { useOwnDatabase } from '#db/testing/group.ts'
import { POST as signIn } from '#app/api/v1/sign-in/route.ts'
import { ask } from './testing/ask.ts'
import { countEverything, everything } from './testing/database-checksum.ts'
import { meansOf, prepare, tokenOf } from './testing/fixtures.ts'
import { OURS } from './testing/means.ts'
import { post } from './auth/testing.ts'

let ref = 0
let secret = ''

beforeAll(async () => {
  await useOwnDatabase()
  await prepare()
  await countEverything()
  secret = (await tokenOf('engineer')).secret
  ref = await (await meansOf('em')).issue()
  // Whoever is signed in already can go on reading; to sign in is to write.
  await ask('/me', { as: 'em' })
  await fillTheDisk()
})

/** What PostgreSQL says when it cannot make a table larger, said at every row that would be written. */
async function fillTheDisk(): Promise<void> {
  await pool().query(`create function no_space() returns trigger language plpgsql as $$ begin
    raise exception 'could not extend file "base/1/2": No space left on device' using errcode = 'disk_full';
  end $$`)
  const { rows } = await pool().query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
  )
  for (const { name } of rows)
    await pool().query(
      `create trigger "0_no_space" before insert or update or delete on "${name}" for each row execute function no_space()`,
    )
}

const GROUP = `/groups/${OURS}`
const FULL = {
  status: 503,
  body: { detail: 'The disk is full. You can read, but not change anything.' },
}

test('with a full disk reading goes on: for a session, and for a token whose use cannot be noted', async () => {
  for (const path of [GROUP, `${GROUP}/boards/build`, `${GROUP}/issues/${ref}`, `${GROUP}/search?q=slow`]) {
    expect((await ask(path, { as: 'em' })).status, path).toBe(200)
    const bearer = { headers: { authorization: `Bearer ${secret}` } }
    expect((await ask(path, bearer)).status, `${path} by a token`).toBe(200)
  }
})

test('with a full disk changes are refused in a sentence, to be tried again, and nothing is half done', async () => {
  const before = await everything()
  const changes = [
    ['POST', `${GROUP}/issues`, { title: 'One too many' }],
    ['PATCH', `${GROUP}/issues/${ref}`, { title: 'Longer than before', version: 1 }],
    ['POST', `${GROUP}/issues/${ref}/comments`, { body: 'No room.' }],
    ['POST', `${GROUP}/issues/${ref}/take`, {}],
    ['POST', `${GROUP}/invitations`, { email: 'a@saydo.invalid', role: 'engineer' }],
    ['POST', '/me/tokens', { title: 'Robot', scope: 'read', days: 1 }],
  ] as const
  for (const [method, path, body] of changes) {
    const answer = await ask(path, { as: 'em', method, body })
    expect(answer, path).toMatchObject(FULL)
    expect(answer.headers.get('retry-after'), path).toMatch(/^\d+$/)
  }
  const body = { email: 'em@saydo.invalid', password: 'not the right one' }
  const answer = await signIn(post('/api/v1/sign-in', body))
  expect({ status: answer.status, body: await answer.json() }).toMatchObject(FULL)
  expect(await everything()).toBe(before)
})

test('once there is room again, all is as it was, without a restart', async () => {
  await pool().query('drop function no_space() cascade')
  const answer = await ask(`${GROUP}/issues/${ref}/take`, { as: 'engineer', method: 'POST' })
  expect(answer.status).toBe(200)
})
