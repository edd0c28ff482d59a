import { expect, test } from 'vitest'
import { allowedOrigins, demoIsOpen, isHttps, isLoopback, originsFor, publicUrl } from './site.ts'

const demo = { SAYDO_DATABASE: 'embedded', HOST: '127.0.0.1' }

test('the demo is open with the embedded database on a loopback address', () => {
  expect(demoIsOpen(demo)).toBe(true)
  expect(demoIsOpen({ SAYDO_DATABASE: 'embedded' })).toBe(true)
})

test.each([
  ['a database of its own', { ...demo, SAYDO_DATABASE: 'external' }],
  ['no word on the database', { HOST: '127.0.0.1' }],
  ['an address that others can reach', { ...demo, HOST: '0.0.0.0' }],
  ['every IPv6 address', { ...demo, HOST: '::' }],
  ['a name of the network', { ...demo, HOST: 'saydo.example' }],
  ['a public address in front', { ...demo, PUBLIC_URL: 'https://saydo.example' }],
])('the demo is closed with %s', (_, env) => {
  expect(demoIsOpen(env)).toBe(false)
})

test.each([
  'localhost',
  'localhost:3000',
  '127.0.0.1',
  '127.0.0.1:3000',
  '127.1.2.3',
  '::1',
  '[::1]',
  '[::1]:3000',
])('%s is this machine', (host) => {
  expect(isLoopback(host)).toBe(true)
})

test.each(['', 'localhost.evil.example', '127.0.0.1.evil.example', '10.0.0.1', '0.0.0.0', '[::2]:3000'])(
  '“%s” is not this machine',
  (host) => {
    expect(isLoopback(host)).toBe(false)
  },
)

test('with a public address its origin is the only one of ours', () => {
  expect(allowedOrigins({ PUBLIC_URL: 'https://saydo.example/', PORT: '4000' })).toEqual([
    'https://saydo.example',
  ])
  expect(isHttps({ PUBLIC_URL: 'https://saydo.example' })).toBe(true)
})

test('without one, every name of the loopback is ours, at the port that is listened on', () => {
  expect(allowedOrigins({ PORT: '4000' })).toContain('http://localhost:4000')
  expect(publicUrl({}).href).toBe('http://127.0.0.1:3000/')
})

test('over plain http the host that was asked is an origin of ours, under whatever name of the network', () => {
  const host = '192.168.1.5:3000'
  expect(originsFor(host, { HOST: '0.0.0.0' })).toContain('http://192.168.1.5:3000')
  expect(originsFor('desk:3000', { HOST: '0.0.0.0', PUBLIC_URL: 'http://saydo.lan' })).toEqual([
    'http://saydo.lan',
    'http://desk:3000',
  ])
  expect(originsFor(null, { HOST: '0.0.0.0' })).toEqual(allowedOrigins({}))
})

test('over https no page of plain http is ours, not even under our own name', () => {
  expect(originsFor('saydo.example', { PUBLIC_URL: 'https://saydo.example' })).toEqual([
    'https://saydo.example',
  ])
})
