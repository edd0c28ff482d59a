import { expect, test } from 'vitest'
import { localPath } from './local-path.ts'

test.each(['/custom-models/boards/build?milestone=18.8', '/', '/a#b'])('%s is a place of ours', (path) => {
  expect(localPath(path)).toBe(path)
})

test.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'https://evil.example',
  'evil',
  '',
  'javascript:alert(1)',
])('“%s” leads home', (wish) => {
  expect(localPath(wish)).toBe('/')
})

test('what is no text leads home', () => {
  expect(localPath(undefined)).toBe('/')
  expect(localPath(['/a', '/b'])).toBe('/')
})
