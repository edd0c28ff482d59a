import { expect, test } from 'vitest'
import { asCurl } from './curl.ts'

test('what reads is one line; a cookie goes along', () => {
  expect(asCurl({ path: '/api/v1/me', who: 'as them' })).toBe('curl -b jar "$SAYDO/api/v1/me"')
})

test('what writes says what it sends, and that no stranger’s page asks for it', () => {
  const command = asCurl({ method: 'POST', path: '/x/{ISSUE}', body: { q: "it's" }, who: 'as them' })
  expect(command).toBe(
    [
      'curl -b jar "$SAYDO/x/$ISSUE"',
      "-H 'content-type: application/json'",
      "-H 'sec-fetch-site: same-origin'",
      `-d '{"q":"it'\\''s"}'`,
    ].join(' \\\n  '),
  )
})

test('a method is named where data does not imply it, and kept values are left to the shell', () => {
  const headers = { authorization: 'Bearer {TOKEN}' }
  expect(asCurl({ method: 'DELETE', path: '/x', headers, who: 'alone' })).toBe(
    [
      'curl -X DELETE "$SAYDO/x"',
      "-H 'content-type: application/json'",
      '-H "authorization: Bearer $TOKEN"',
    ].join(' \\\n  '),
  )
})
