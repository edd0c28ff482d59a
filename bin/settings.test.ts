import { expect, test } from 'vitest'
import { advice, readSettings } from './settings.ts'

test('with nothing set, Saydo listens on this machine only and keeps its data beside itself', () => {
  expect(readSettings({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataDir: `${process.cwd()}/.data`,
    databaseUrl: null,
    logLevel: 'info',
    names: ['127.0.0.1'],
  })
})

test('an empty variable counts as none', () => {
  const empty = {
    PORT: '',
    HOST: '',
    DATA_DIR: '',
    DATABASE_URL: '',
    LOG_LEVEL: '',
    ALLOWED_HOSTS: '',
    PUBLIC_URL: '',
  }
  expect(readSettings(empty)).toEqual(readSettings({}))
})

test('people reach it by the names that it was given', () => {
  const settings = readSettings({
    ALLOWED_HOSTS: 'Ops.example.org, desk',
    PUBLIC_URL: 'https://ops.example.com/',
  })
  expect(settings.names).toEqual(['127.0.0.1', 'ops.example.org', 'desk', 'ops.example.com'])
})

test.each([
  ['PORT', 'eighty', 'PORT is "eighty"; set it to a number from 0 to 65535, such as 3000.'],
  ['PORT', '70000', 'PORT is "70000"; set it to a number from 0 to 65535, such as 3000.'],
  ['PORT', '-1', 'PORT is "-1"; set it to a number from 0 to 65535, such as 3000.'],
  [
    'HOST',
    'http://desk',
    'HOST is "http://desk"; set it to a bare name or address, such as 127.0.0.1 or 0.0.0.0.',
  ],
  [
    'LOG_LEVEL',
    'loud',
    'LOG_LEVEL is "loud"; set it to one of fatal, error, warn, info, debug, trace, silent.',
  ],
  [
    'ALLOWED_HOSTS',
    'https://desk',
    'ALLOWED_HOSTS holds "https://desk"; list bare names with commas, such as ops.example.org.',
  ],
  [
    'OUTBOUND_HOSTS',
    'http://keys.lan',
    'OUTBOUND_HOSTS holds "http://keys.lan"; list bare names with commas, such as ops.example.org.',
  ],
  ['PUBLIC_URL', 'desk', 'PUBLIC_URL is "desk"; set it to a full address, such as https://ops.example.org.'],
  [
    'TRUSTED_PROXIES',
    '10.0.0.5, proxy.example.org',
    'TRUSTED_PROXIES holds "proxy.example.org"; list addresses or ranges with commas, such as 10.0.0.5,10.1.0.0/24.',
  ],
  ['TRUSTED_PROXIES', '10.1.0.0/33', 'TRUSTED_PROXIES holds "10.1.0.0/33"; list addresses or ranges'],
  ['TRUSTED_PROXIES', '10.1.0.0/2/4', 'TRUSTED_PROXIES holds "10.1.0.0/2/4"; list addresses or ranges'],
  [
    'OIDC_ISSUER',
    'https://sso.example.org',
    'OIDC_ISSUER is set and OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are not; set OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, or none of them.',
  ],
  ['OIDC_NAME', 'SSO', 'OIDC_NAME is set and OIDC_ISSUER and OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are not;'],
  ['GITLAB_CLIENT_ID', 'saydo', 'GITLAB_CLIENT_ID is set and GITLAB_URL and GITLAB_CLIENT_SECRET are not;'],
])('%s=%s is answered with the remedy', (name, value, sentence) => {
  expect(() => readSettings({ [name]: value })).toThrow(sentence)
})

test('a wrong DATABASE_URL is not repeated, for it may hold a password', () => {
  const attempt = () => readSettings({ DATABASE_URL: 'mysql://me:hush@db/saydo' })
  expect(attempt).toThrow(/write postgres:\/\/user:password@host:5432\/database/)
  expect(attempt).not.toThrow(/hush/)
})

test('an operator who listens on the network and says no address is told what follows, and what to set', () => {
  expect(advice({ HOST: '0.0.0.0' })).toMatch(/^Set PUBLIC_URL .* http:\/\/192\.168\.1\.5:3000; .*\.$/)
  expect(advice({ HOST: 'desk', PORT: '4000' })).toContain('such as http://desk:4000;')
  for (const env of [
    {},
    { HOST: 'localhost' },
    { HOST: '::1' },
    { HOST: '0.0.0.0', PUBLIC_URL: 'http://desk' },
  ])
    expect(advice(env)).toBeNull()
})

const OIDC = { OIDC_CLIENT_ID: 'saydo', OIDC_CLIENT_SECRET: 'hush' }
const GITLAB = { GITLAB_CLIENT_ID: 'saydo', GITLAB_CLIENT_SECRET: 'hush' }

const NO_PROVIDERS = [
  'sso.example.org',
  'ftp://sso.example.org',
  'https://me:hush@sso.example.org',
  'https://a.example/?x=1',
]

test.each(NO_PROVIDERS)('a provider is not to be found at %s', (url) => {
  const message = 'is not the address of a provider; set it to one, such as https://sso.example.org, without'
  const attempt = () => readSettings({ ...OIDC, OIDC_ISSUER: url })
  expect(attempt).toThrow(`OIDC_ISSUER ${message}`)
  expect(attempt).not.toThrow('hush')
  expect(() => readSettings({ ...GITLAB, GITLAB_URL: url })).toThrow(`GITLAB_URL ${message}`)
})

test('proxies, a secret and providers that are whole are taken', () => {
  const settings = {
    ...OIDC,
    ...GITLAB,
    OIDC_ISSUER: 'https://sso.example.org/realms/one/',
    OIDC_NAME: 'SSO',
    GITLAB_URL: 'http://127.0.0.1:8080',
    TRUSTED_PROXIES: ' 10.0.0.5, 10.1.0.0/24 ,::1,fd00::/8,',
    AUTH_SECRET: 'x'.repeat(32),
  }
  expect(() => readSettings(settings)).not.toThrow()
})

test('a short AUTH_SECRET is refused and not repeated', () => {
  const attempt = () => readSettings({ AUTH_SECRET: 'hush' })
  expect(attempt).toThrow(/^AUTH_SECRET is too short .*; set it to 32 characters or more/)
  expect(attempt).not.toThrow(/hush/)
})
