import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'

test('a password is known again, another is not', async () => {
  const hash = await hashPassword('correct horse battery')
  expect(await verifyPassword({ hash, password: 'correct horse battery' })).toBe(true)
  expect(await verifyPassword({ hash, password: 'correct horse batterz' })).toBe(false)
})

test('the same password never has the same hash twice', async () => {
  expect(await hashPassword('twice')).not.toBe(await hashPassword('twice'))
})

test('the same letters, composed differently by another keyboard, are the same password', async () => {
  const hash = await hashPassword('caf\u00e9')
  expect(await verifyPassword({ hash, password: 'cafe\u0301' })).toBe(true)
})

test('hashing is argon2id at OWASP’s cost', async () => {
  expect(await hashPassword('x')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('a hash that was made with scrypt, on a Node without argon2, is verified too', async () => {
  const hash = '$scrypt$ln=15,r=8,p=3$AAECAwQFBgcICQoLDA0ODw$BUS/jY3RXIlNUfVFibrXS1m+ZtyDS56ksoZ2SgSjUlQ'
  expect(await verifyPassword({ hash, password: 'correct horse battery' })).toBe(true)
  expect(await verifyPassword({ hash, password: 'wrong' })).toBe(false)
})

test.each(['', 'plain', '$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA', '$2b$10$abc'])(
  '“%s” is no person’s hash',
  async (hash) => {
    expect(await verifyPassword({ hash, password: '' })).toBe(false)
  },
)
