import { beforeAll, beforeEach, expect, test } from 'vitest'
import { openPool } from '../connection.ts'
import { ownDatabase } from '../testing/world.ts'
import { offerSetup, setUpFirstAdmin, setupIsOffered } from './first-run.ts'

const MONDAY = new Date('2026-01-05T09:00:00Z')
const hoursLater = (hours: number) => new Date(MONDAY.getTime() + hours * 3_600_000)

let pool: ReturnType<typeof openPool>

beforeAll(async () => {
  pool = openPool(await ownDatabase())
  return () => pool.end()
})

beforeEach(async () => {
  await pool.query(`delete from accounts; delete from verifications; delete from people where admin`)
})

const offered = async () => (await offerSetup(pool, MONDAY)) ?? ''

const admin = (token: string, stated: { handle?: string; email?: string } = {}) => ({
  token,
  handle: 'root',
  name: 'First Admin',
  email: 'root@saydo.example',
  passwordHash: 'hash',
  ...stated,
})

test('the link makes an administrator who can sign in', async () => {
  const id = await setUpFirstAdmin(pool, admin(await offered()), MONDAY)
  const { rows } = await pool.query(
    'select p.handle, p.admin, a.password from people p join accounts a on a.person_id = p.id where p.id = $1',
    [id],
  )
  expect(rows).toEqual([{ handle: 'root', admin: true, password: 'hash' }])
})

test('the link works once', async () => {
  const token = await offered()
  await setUpFirstAdmin(pool, admin(token), MONDAY)
  await expect(
    setUpFirstAdmin(pool, admin(token, { handle: 'two', email: 'two@saydo.example' }), MONDAY),
  ).rejects.toThrow('was used')
  expect(await setupIsOffered(pool, token, MONDAY)).toBe(false)
})

test('of many who follow the link at once, one becomes the administrator', async () => {
  const token = await offered()
  const all = await Promise.allSettled(
    ['a', 'b', 'c', 'd'].map((handle) =>
      setUpFirstAdmin(pool, admin(token, { handle, email: `${handle}@saydo.example` }), MONDAY),
    ),
  )
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await pool.query('select from people where admin')).rowCount).toBe(1)
})

test('the link runs out after 24 hours', async () => {
  const token = await offered()
  expect(await setupIsOffered(pool, token, hoursLater(23))).toBe(true)
  expect(await setupIsOffered(pool, token, hoursLater(24))).toBe(false)
  await expect(setUpFirstAdmin(pool, admin(token), hoursLater(24))).rejects.toThrow('has expired')
})

test('a new link replaces the one before', async () => {
  const [first, second] = [await offered(), await offered()]
  expect(await setupIsOffered(pool, first, MONDAY)).toBe(false)
  expect(await setupIsOffered(pool, second, MONDAY)).toBe(true)
})

test('the database never holds the token of the link', async () => {
  const token = await offered()
  const { rows } = await pool.query('select * from verifications')
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(token)
})

test('a handle that is taken uses nothing up', async () => {
  const token = await offered()
  await expect(setUpFirstAdmin(pool, admin(token, { handle: 'cindy' }), MONDAY)).rejects.toMatchObject({
    code: 'conflict',
  })
  expect(await setupIsOffered(pool, token, MONDAY)).toBe(true)
})

test('once a person can sign in there is nothing to offer', async () => {
  await setUpFirstAdmin(pool, admin(await offered()), MONDAY)
  expect(await offerSetup(pool, MONDAY)).toBeNull()
})

test('a refused set-up says what to choose, or how to get another link', async () => {
  const token = await offered()
  const setUp = (stated: object, secret = token) => setUpFirstAdmin(pool, admin(secret, stated), MONDAY)
  await expect(setUp({ handle: 'cindy' })).rejects.toThrow(
    'That handle or e-mail address is taken. Choose another.',
  )
  await expect(setUp({}, `${token}x`)).rejects.toThrow(
    'This set-up link was used or has expired. Restart Saydo to print a new one.',
  )
  const { rowCount } = await pool.query(`select from people where handle = 'root'`)
  expect(rowCount, 'and leaves no person behind').toBe(0)
})
