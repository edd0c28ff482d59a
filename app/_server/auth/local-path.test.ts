import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { localPath } from './local-path.ts'

test.each(['/custom-models/boards/build?milestone=18.8', '/', '/a#b', '/a//b?next=//c'])(
  '%s is a place of ours',
  (path) => {
    expect(localPath(path)).toBe(path)
  },
)

test.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example/x',
  '/a/..//evil.example/x',
  '/./\\evil.example/x',
  '/%2e//evil.example',
  'https://evil.example',
  'evil',
  '',
  'javascript:alert(1)',
])('“%s” leads home', (requested) => {
  expect(localPath(requested)).toBe('/')
})

test('what is no text leads home', () => {
  expect(localPath(undefined)).toBe('/')
  expect(localPath(['/a', '/b'])).toBe('/')
})

/** What browsers read in ways of their own: slashes of both kinds, dots, letters that they drop, parts of an address. */
const PIECES = ['/', '\\', '.', '..', '%2e', '%2F', '%5C', '\t', '\n', '\r', ' ', '@', ':', '?', '#', ';']
const WORDS = ['evil.example', 'here.invalid', 'x', 'http:', 'javascript:', '127.0.0.1', '[::1]', '。', '／']
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES, ...WORDS), fc.string({ unit: 'binary', maxLength: 3 })), {
    maxLength: 12,
  })
  .map((pieces) => `/${pieces.join('')}`)

test('whatever is wished for, a browser stays on this site, and stays at what it was told', () => {
  fc.assert(
    fc.property(
      hostile,
      fc.constantFrom('http://127.0.0.1:3000', 'https://ops.example.org'),
      (requested, site) => {
        const path = localPath(requested)
        expect(path).toMatch(/^\/(?![/\\])/)
        expect(new URL(path, `${site}/sign-in?next=x`).origin).toBe(site)
        expect(localPath(path)).toBe(path)
      },
    ),
    { numRuns: 20_000 },
  )
})
