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
  ['PUBLIC_URL', 'desk', 'PUBLIC_URL is "desk"; set it to a full address, such as https://ops.example.org.'],
])('%s=%s is answered with the remedy', (name, value, sentence) => {
  expect(() => readSettings({ [name]: value })).toThrow(sentence)
})

test('a wrong DATABASE_URL is not repeated, for it may hold a password', () => {
  const attempt = () => readSettings({ DATABASE_URL: 'mysql://me:hush@db/saydo' })
  expect(attempt).toThrow(/write postgres:\/\/user:password@host:5432\/database/)
  expect(attempt).not.toThrow(/hush/)
})

test('whoever listens on the network and says no address is told what follows, and what to set', () => {
  expect(advice({ HOST: '0.0.0.0' })).toMatch(/^Set PUBLIC_URL .* http:\/\/192\.168\.1\.5:3000: .*\.$/)
  expect(advice({ HOST: 'desk', PORT: '4000' })).toContain('such as http://desk:4000:')
  for (const env of [
    {},
    { HOST: 'localhost' },
    { HOST: '::1' },
    { HOST: '0.0.0.0', PUBLIC_URL: 'http://desk' },
  ])
    expect(advice(env)).toBeNull()
})
