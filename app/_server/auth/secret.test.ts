import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { authSecret } from './secret.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saydo-secret-'))
  return () => rm(folder, { recursive: true })
})

test('a secret is drawn once and kept for its owner alone', async () => {
  const secret = await authSecret(folder, undefined)
  expect(secret).toMatch(/^[\w-]{43}$/)
  expect(await authSecret(folder, undefined)).toBe(secret)
  expect((await stat(join(folder, 'auth-secret'))).mode & 0o777).toBe(0o600)
})

test('servers that start at the same moment agree on one, and leave no drafts', async () => {
  const drawn = await Promise.all(Array.from({ length: 8 }, () => authSecret(folder, undefined)))
  expect(new Set(drawn).size).toBe(1)
  expect(await readdir(folder)).toEqual(['auth-secret'])
})

test('a secret that is given is used and written nowhere', async () => {
  expect(await authSecret(folder, 'given')).toBe('given')
  expect(await readdir(folder)).toEqual([])
})
