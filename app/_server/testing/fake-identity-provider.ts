import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Stands in for GitLab and for an OpenID Connect provider in tests: whoever knocks is welcomed as `person`. */
export type OtherSide = {
  url: string
  person: { id: number; name: string; email: string; confirmed: boolean }
  /** What the sign-in under way asked to see again in the ID token. */
  nonce: string | null
  /** Where its discovery document sends for tokens, if not to itself. */
  tokensAt: string | null
  /** The paths that it was asked for. */
  asked: string[]
  close: () => Promise<void>
}

export async function otherSide(): Promise<OtherSide> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const side: OtherSide = {
    url: '',
    person: { id: 0, name: '', email: '', confirmed: false },
    nonce: null,
    tokensAt: null,
    asked: [],
    close: async () => void server.close(),
  }

  const answers: Record<string, () => unknown> = {
    '/.well-known/openid-configuration': () => ({
      issuer: side.url,
      authorization_endpoint: `${side.url}/oauth/authorize`,
      token_endpoint: `${side.tokensAt ?? side.url}/oauth/token`,
      jwks_uri: `${side.url}/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
    }),
    '/keys': () => ({
      keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
    }),
    '/oauth/token': () => ({
      access_token: 'access',
      refresh_token: 'refresh',
      token_type: 'Bearer',
      expires_in: 3600,
      id_token: idToken(),
    }),
    '/api/v4/user': () => ({
      ...side.person,
      state: 'active',
      locked: false,
      confirmed_at: side.person.confirmed ? '2026-01-05T09:00:00Z' : null,
    }),
  }

  const idToken = () => {
    const { id, name, email, confirmed } = side.person
    const seconds = Math.floor(Date.now() / 1000)
    const claims = {
      iss: side.url,
      aud: 'saydo',
      sub: `${id}`,
      name,
      email,
      email_verified: confirmed,
      nonce: side.nonce,
    }
    const text = `${part({ alg: 'RS256', kid: 'one' })}.${part({ ...claims, iat: seconds, exp: seconds + 60 })}`
    return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`
  }

  const server = createServer((request, response) => {
    side.asked.push(request.url ?? '')
    const answer = answers[request.url ?? '']
    response
      .writeHead(answer ? 200 : 404, { 'content-type': 'application/json' })
      .end(JSON.stringify(answer?.()))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  // safe because a server that listens on a port has an address of that kind
  side.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return side
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
