import { expect, test } from 'vitest'
import { isOurs } from './hosts.ts'

test('this machine’s own names are always ours', () => {
  for (const host of [
    'localhost',
    'LOCALHOST:3000',
    '127.0.0.1:80',
    '127.1.2.3',
    '[::1]:3000',
    'localhost.',
  ]) {
    expect(isOurs(host, []), host).toBe(true)
  }
})

test('other names are ours when the settings say so', () => {
  expect(isOurs('ops.example.org:443', ['ops.example.org'])).toBe(true)
  expect(isOurs('example.org', ['ops.example.org'])).toBe(false)
})

test('the bare address at which the connection came in is ours, any other is not', () => {
  expect(isOurs('192.0.2.7:3000', [], '::ffff:192.0.2.7')).toBe(true)
  expect(isOurs('[2001:db8::7]:3000', [], '2001:db8::7')).toBe(true)
  expect(isOurs('192.0.2.8:3000', [], '::ffff:192.0.2.7')).toBe(false)
})

test('a name that only looks like ours is not', () => {
  for (const host of [
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evil@localhost',
    'localhost:3000:1',
    '',
    undefined,
  ]) {
    expect(isOurs(host, []), String(host)).toBe(false)
  }
})
