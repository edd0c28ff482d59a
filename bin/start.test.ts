import { once } from 'node:events'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPool } from '#db/connection.ts'
import { postmasterPid } from '#db/embedded/test-bench.ts'
import { emptyDatabase } from '#db/testing/empty-database.ts'
import { testUrl } from '#db/testing/world.ts'
import { command, launched } from './testing/command.ts'
import { oldPostgres } from './testing/old-postgres.ts'

let folder = ''
const servers: Server[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saydo-start-'))
})

afterAll(async () => {
  for (const server of servers) server.close()
  await rm(folder, { recursive: true, force: true })
})

async function listening(server: Server): Promise<number> {
  servers.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  // safe because a server that listens on a port has such an address
  return (server.address() as AddressInfo).port
}

/** The test's own server as if it were somebody's, with something about its address changed. */
function external(change: (url: URL) => void = () => {}, url = testUrl()): string {
  const changed = new URL(url)
  change(changed)
  return changed.href
}

/** The embedded cluster's first user has the password of ours. */
const asSuperuser = (url: string) => external((one) => (one.username = 'postgres'), url)

async function inDatabase(url: string, text: string): Promise<void> {
  const pool = openPool(url, { max: 1 })
  await pool.query(text).finally(() => pool.end())
}

/** A start that cannot be ends with one sentence, which names the remedy, and nothing else. */
async function refusal(env: Record<string, string>): Promise<string> {
  const { code, err } = await command('start', {
    env: { PORT: '0', DATA_DIR: join(folder, 'data'), ...env },
  })
  expect(code, err).toBe(1)
  expect(err, 'one line').toMatch(/^[^\n]+\n$/)
  expect(err, 'no stack').not.toMatch(/^\s+at /m)
  return err.trim()
}

describe.concurrent('a start that cannot be ends with a sentence: ', () => {
  test('a port that is taken', async () => {
    const port = await listening(createServer())
    expect(await refusal({ PORT: String(port) })).toBe(
      `Port ${port} is taken; stop what uses it, or set PORT to another, such as PORT=${port + 1}.`,
    )
  })

  const wrong: [name: string, value: string, sentence: RegExp][] = [
    ['PORT', 'eighty', /^PORT is "eighty"; set it to a number from 0 to 65535/],
    ['HOST', 'http://desk', /^HOST is "http:\/\/desk"; set it to a bare name or address/],
    ['HOST', '203.0.113.7', /^HOST \(203\.0\.113\.7\) is no address of this machine; set it to 127\.0\.0\.1/],
    [
      'HOST',
      'no-such-host.invalid',
      /^HOST \(no-such-host\.invalid\) .*; set it to 127\.0\.0\.1|set HOST and PORT/,
    ],
    ['LOG_LEVEL', 'loud', /^LOG_LEVEL is "loud"; set it to one of fatal/],
    ['ALLOWED_HOSTS', 'https://desk', /^ALLOWED_HOSTS holds "https:\/\/desk"; list bare names/],
    ['PUBLIC_URL', 'desk', /^PUBLIC_URL is "desk"; set it to a full address/],
    ['TRUSTED_PROXIES', 'proxy', /^TRUSTED_PROXIES holds "proxy"; list addresses or ranges/],
    ['AUTH_SECRET', 'hush', /^AUTH_SECRET is too short .*; set it to 32 characters or more/],
    ['OIDC_ISSUER', 'https://sso.example.org', /^OIDC_ISSUER is set and OIDC_CLIENT_ID and .* are not; set/],
    ['GITLAB_CLIENT_ID', 'saydo', /^GITLAB_CLIENT_ID is set and GITLAB_URL and .* are not; set/],
    ['DATABASE_URL', 'mysql://me:hush@db/saydo', /^DATABASE_URL is not the address of a PostgreSQL; write/],
    [
      'DATABASE_URL',
      'postgres://127.0.0.1:1/saydo',
      /nothing responds at 127\.0\.0\.1:1; start that PostgreSQL/,
    ],
    [
      'DATABASE_URL',
      'postgres://db.invalid/saydo',
      /^DATABASE_URL does not lead to a database: .*db\.invalid.*correct it/,
    ],
    [
      'DATABASE_URL',
      'postgres://me@%2Fnowhere/saydo',
      /there is no socket in \/nowhere; start that PostgreSQL/,
    ],
    [
      'DATA_DIR',
      '/proc/saydo',
      /^DATA_DIR \(\/proc\/saydo\) cannot be written to .*; set DATA_DIR to a folder/,
    ],
  ]
  test.each(wrong)('%s=%s', async (name, value, sentence) => {
    const message = await refusal({ [name]: value })
    expect(message).toMatch(sentence)
    if (name !== 'AUTH_SECRET') expect(message).not.toContain('hush')
  })

  test('a data folder that is a file', async () => {
    const file = join(folder, 'file')
    await writeFile(file, '')
    expect(await refusal({ DATA_DIR: file })).toMatch(/is a file, or lies in one; set DATA_DIR to a folder/)
  })

  test('nowhere to keep the secret, though the database is elsewhere', async () => {
    expect(await refusal({ DATABASE_URL: testUrl(), DATA_DIR: '/proc/saydo' })).toMatch(
      /^DATA_DIR \(\/proc\/saydo\) cannot be written to .*; set DATA_DIR to a folder/,
    )
  })

  test('a wrong password, which is not repeated', async () => {
    const message = await refusal({ DATABASE_URL: external((url) => (url.password = 'hush')) })
    expect(message).toMatch(/the user or password is wrong; correct them\.$/)
    expect(message).not.toContain('hush')
  })

  test('a database that is not there', async () => {
    const url = external((one) => (one.pathname = '/nowhere'))
    expect(await refusal({ DATABASE_URL: url })).toMatch(
      /there is no database "nowhere"; create it or correct/,
    )
  })

  test('a PostgreSQL that is too old', async () => {
    const port = await listening(oldPostgres(140_012))
    expect(await refusal({ DATABASE_URL: `postgres://me@127.0.0.1:${port}/saydo` })).toBe(
      'DATABASE_URL leads to PostgreSQL 14, and Saydo needs 15 or newer; upgrade it, or set DATABASE_URL to another.',
    )
  })

  test('a schema that a newer Saydo wrote', async () => {
    const url = await emptyDatabase()
    await inDatabase(
      url,
      `insert into drizzle.__drizzle_migrations (hash, created_at) values ('of tomorrow', 9e12)`,
    )
    expect(await refusal({ DATABASE_URL: url })).toMatch(
      /^The database was written by a newer version of Saydo\. Start that version, or restore a backup/,
    )
  })

  test('a standby, which takes no writes', async () => {
    const url = await emptyDatabase()
    const { pathname } = new URL(url)
    await inDatabase(url, `alter database ${pathname.slice(1)} set default_transaction_read_only = on`)
    expect(await refusal({ DATABASE_URL: url })).toMatch(
      /takes no writes, such as a standby; set it to the primary/,
    )
  })

  test('a user that may not change the schema', async () => {
    const superuser = asSuperuser(external((url) => (url.pathname = '/postgres')))
    await inDatabase(superuser, `create role guest login password 'guest'`)
    await inDatabase(superuser, 'create database guarded')
    const url = external((one) => {
      one.username = 'guest'
      one.password = 'guest'
      one.pathname = '/guarded'
    })
    expect(await refusal({ DATABASE_URL: url })).toMatch(
      /^The user of DATABASE_URL may not change the schema \(permission denied .*\); make it the owner of the database/,
    )
  })
})

test('Ctrl-C during a start stops what was started, the database too, and ends with 0', async () => {
  const dataDir = join(folder, 'interrupted')
  const child = launched('start', { env: { PORT: '0', DATA_DIR: dataDir } })
  let out = ''
  child.stdout.on('data', (chunk) => (out += String(chunk)))
  await expect.poll(() => out, { timeout: 50_000 }).toContain('database ready')
  expect(await postmasterPid(dataDir)).toBeGreaterThan(0)
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(out).toContain('Stopping …')
  expect(await postmasterPid(dataDir), 'the database has ended as it should').toBe(null)
}, 120_000)
