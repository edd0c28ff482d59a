import { expect, test } from 'vitest'
import { argumentsOf, fileFrom } from './arguments.ts'

test('the words after the command are the same under every runner', () => {
  expect(argumentsOf('backup', ['node', '/saydo/bin/saydo.mjs', 'backup', 'a'])).toEqual(['a'])
  expect(argumentsOf('backup', ['node', '/saydo/bin/backup.ts', 'a'])).toEqual(['a'])
  expect(argumentsOf('backup', ['node', '/saydo/bin/backup.ts', 'backup'])).toEqual(['backup'])
})

test('a file is meant from where the person stands', () => {
  expect(fileFrom('backup', ['a.backup'], { from: '/home/me' }).file).toBe('/home/me/a.backup')
  expect(fileFrom('backup', ['/var/a.backup'], { from: '/home/me' }).file).toBe('/var/a.backup')
})

test('an option is there when it is written, in any place', () => {
  const set = (...given: string[]) => [...fileFrom('restore', given, { flags: ['replace'] }).set]
  expect(set('a', '--replace')).toEqual(['replace'])
  expect(set('--replace', 'a')).toEqual(['replace'])
  expect(set('a')).toEqual([])
})

test.each([[[]], [['a', 'b']], [['']]])('%j is no one file, and is refused in a sentence', (given) => {
  expect(() => fileFrom('backup', given)).toThrow('Name one file, such as npm run backup saydo.backup.')
})

test('an unknown option is refused rather than passed over', () => {
  expect(() => fileFrom('restore', ['a', '--force'], { flags: ['replace'] })).toThrow(
    'npm run restore takes a file and --replace, and nothing else.',
  )
})
