import { isIP } from 'node:net'
import { OperatorError } from '#db/embedded/operator-error.ts'

type Environment = Record<string, string | undefined>

/** What the application reads only when somebody signs in, checked at the start. Throws OperatorError, and repeats no secret. */
export function insistOnSignIn(env: Environment): void {
  insistOnProxies(env.TRUSTED_PROXIES)
  insistOnSecret(env.AUTH_SECRET)
  insistOnProvider(env, 'OIDC_ISSUER', ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'], ['OIDC_NAME'])
  insistOnProvider(env, 'GITLAB_URL', ['GITLAB_CLIENT_ID', 'GITLAB_CLIENT_SECRET'])
}

function insistOnProxies(text = ''): void {
  const all = text.split(',').flatMap((one) => one.trim() || [])
  const wrong = all.find((one) => !isAddressOrRange(one))
  if (wrong === undefined) return
  throw new OperatorError(
    `TRUSTED_PROXIES holds "${wrong}"; list addresses or ranges with commas, such as 10.0.0.5,10.1.0.0/24.`,
  )
}

function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

const LEAST_LETTERS = 32

function insistOnSecret(secret = ''): void {
  if (secret === '' || secret.length >= LEAST_LETTERS) return
  throw new OperatorError(
    `AUTH_SECRET is too short to keep anything secret; set it to ${LEAST_LETTERS} characters or more, such as what openssl rand -base64 32 prints.`,
  )
}

/** A provider is set as a whole or not at all: half of one would be no button, and no word why. */
function insistOnProvider(env: Environment, address: string, rest: string[], extra: string[] = []): void {
  const needed = [address, ...rest]
  const given = [...needed, ...extra].filter((name) => env[name])
  const [first] = given
  if (first === undefined) return
  const missing = needed.filter((name) => !env[name])
  if (missing.length > 0) {
    throw new OperatorError(
      `${first} is set and ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not; set ${needed.join(', ')}, or none of them.`,
    )
  }
  const text = env[address] ?? ''
  if (URL.canParse(text) && isPlain(new URL(text))) return
  // The value may hold a password, so it is not repeated.
  throw new OperatorError(
    `${address} is not the address of a provider; set it to one, such as https://sso.example.org, without a user or a query.`,
  )
}

const isPlain = ({ protocol, username, password, search, hash }: URL) =>
  /^https?:$/.test(protocol) && username + password + search + hash === ''
