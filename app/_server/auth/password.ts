import * as crypto from 'node:crypto'
import { promisify } from 'node:util'

/** OWASP's floors: argon2id with 19 MiB and two passes; scrypt with 32 MiB and three lanes. 40 to 80 ms on a small machine. */
const ARGON2 = { memory: 19_456, passes: 2, parallelism: 1 }
const SCRYPT = { ln: 15, r: 8, p: 3 }
const LENGTH = 32

/**
 * Answers the hash in the PHC form, which names its own way, cost and salt: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`.
 * Node before 24.7 has no argon2; there it is scrypt, and either kind is verified wherever it can be computed.
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = crypto.randomBytes(16)
  if (!hasArgon2())
    return `$scrypt$${written(SCRYPT)}$${bare(salt)}$${bare(await scrypt(password, salt, SCRYPT))}`
  const { memory: m, passes: t, parallelism: p } = ARGON2
  return `$argon2id$v=19$${written({ m, t, p })}$${bare(salt)}$${bare(await argon2(password, salt, { m, t, p }))}`
}

const FORM = /^\$(argon2id\$v=19|scrypt)\$([\w=,]+)\$([\w+/]+)\$([\w+/]{43})$/

/**
 * False for a wrong password, and for a hash that is not one of ours. Throws when it was made with argon2 and this
 * Node has none.
 */
export async function verifyPassword({
  hash,
  password,
}: {
  hash: string
  password: string
}): Promise<boolean> {
  const [, way, cost = '', salt = '', expected = ''] = FORM.exec(hash) ?? []
  if (way === undefined) return false
  const compute = way === 'scrypt' ? scrypt : argon2
  const given = await compute(password, Buffer.from(salt, 'base64'), read(cost))
  return crypto.timingSafeEqual(given, Buffer.from(expected, 'base64'))
}

type Cost = Record<string, number>

const hasArgon2 = () => 'argon2' in crypto

async function argon2(password: string, nonce: Buffer, { m = 0, t = 0, p = 0 }: Cost): Promise<Buffer> {
  if (!hasArgon2()) throw new Error('Passwords were hashed with argon2, which needs Node 24.7 or newer.')
  const cost = { memory: m, passes: t, parallelism: p, tagLength: LENGTH }
  return promisify(crypto.argon2)('argon2id', { message: plain(password), nonce, ...cost })
}

async function scrypt(password: string, salt: Buffer, { ln = 0, r = 0, p = 0 }: Cost): Promise<Buffer> {
  const derive = promisify<string, Buffer, number, crypto.ScryptOptions, Buffer>(crypto.scrypt)
  return derive(plain(password), salt, LENGTH, { N: 2 ** ln, r, p, maxmem: 256 * 2 ** ln * r })
}

/** The same letters typed on another keyboard are the same password. */
const plain = (password: string) => password.normalize('NFKC')

const written = (cost: Cost) =>
  Object.entries(cost)
    .map(([name, value]) => `${name}=${value}`)
    .join(',')
const read = (cost: string): Cost =>
  Object.fromEntries(cost.split(',').map((one) => [one.split('=', 1)[0], Number(one.split('=')[1])]))

/** PHC strings leave base64's padding off. */
const bare = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
