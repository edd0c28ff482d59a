import { expect, test } from 'vitest'
import { whyNotSameOrigin } from './same-origin.ts'

const OURS = ['https://saydo.example']

const write = (headers: Record<string, string>, method = 'POST') =>
  whyNotSameOrigin(new Request('https://saydo.example/api/v1/x', { method, headers }), OURS)

const json = { 'content-type': 'application/json' }

test('a page of ours may write, by the browser’s own word', () => {
  expect(write({ ...json, 'sec-fetch-site': 'same-origin' })).toBeNull()
})

test('a page of ours may write, by its exact origin, where the browser says no more', () => {
  expect(write({ ...json, origin: 'https://saydo.example' })).toBeNull()
})

test.each(['cross-site', 'same-site', 'none'])(
  'what the browser calls %s is refused, whatever else it says',
  (site) => {
    expect(write({ ...json, 'sec-fetch-site': site, origin: 'https://saydo.example' })?.code).toBe(
      'foreign_origin',
    )
  },
)

test.each(['https://evil.example', 'http://saydo.example', 'https://saydo.example.evil.example', 'null', ''])(
  'the origin “%s” is not ours',
  (origin) => {
    expect(write({ ...json, origin })?.code).toBe('foreign_origin')
  },
)

test('a write that says nothing about where it comes from is refused', () => {
  expect(write(json)?.code).toBe('foreign_origin')
})

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/jsonp'])(
  'a form of another site could send %s, so it is refused',
  (type) => {
    expect(write({ 'content-type': type, 'sec-fetch-site': 'same-origin' })?.code).toBe('not_json')
  },
)

test('JSON with a charset is JSON', () => {
  expect(
    write({ 'content-type': 'application/JSON; charset=utf-8', 'sec-fetch-site': 'same-origin' }),
  ).toBeNull()
})

test.each(['PUT', 'PATCH', 'DELETE'])('%s is a write too', (method) => {
  expect(write(json, method)?.code).toBe('foreign_origin')
})

test('reading is for every request that carries the cookie', () => {
  expect(write({ 'sec-fetch-site': 'cross-site' }, 'GET')).toBeNull()
})
