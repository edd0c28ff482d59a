import { expect, test } from 'vitest'
import { isInside } from './addresses.ts'
import { isAllowed } from './allowed.ts'

test.each([
  '127.0.0.1',
  '127.9.9.9',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '[::1]',
  'fe80::1',
  'fd00::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'no address',
])('%s lies inside, or nowhere', (address) => {
  expect(isInside(address)).toBe(true)
})

test.each(['1.1.1.1', '172.15.0.1', '172.32.0.1', '192.167.1.1', '2606:4700::1111', '::ffff:1.1.1.1'])(
  '%s lies outside',
  (address) => {
    expect(isInside(address)).toBe(false)
  },
)

const oidc = {
  OIDC_CLIENT_ID: 'saydo',
  OIDC_CLIENT_SECRET: 'secret',
  OIDC_ISSUER: 'http://sso.lan:8080/realm',
}

test('the operator means the provider that they configured, to the port', () => {
  expect(isAllowed(new URL('http://sso.lan:8080/token'), oidc)).toBe(true)
  expect(isAllowed(new URL('http://sso.lan:5432/'), oidc)).toBe(false)
  expect(isAllowed(new URL('https://sso.lan:8080/'), oidc)).toBe(false)
  expect(isAllowed(new URL('http://sso.lan:8080/'), { OIDC_ISSUER: oidc.OIDC_ISSUER })).toBe(false)
})

test('the operator means the hosts that they name, at any port, and none below them', () => {
  const env = { OUTBOUND_HOSTS: 'Keys.lan, 10.0.0.5' }
  expect(isAllowed(new URL('https://keys.lan:8443/'), env)).toBe(true)
  expect(isAllowed(new URL('http://10.0.0.5/'), env)).toBe(true)
  expect(isAllowed(new URL('http://a.keys.lan/'), env)).toBe(false)
  expect(isAllowed(new URL('http://10.0.0.6/'), {})).toBe(false)
})
