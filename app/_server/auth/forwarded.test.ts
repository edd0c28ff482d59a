import { expect, test } from 'vitest'
import { forwarded } from './forwarded.ts'

const chain = { 'x-forwarded-for': '203.0.113.9, 192.0.2.1, 10.0.0.1', 'x-forwarded-host': 'evil.example' }

test('what a caller says of its own address is not believed: the last one is what our server saw', () => {
  expect(forwarded(new Headers(chain), {}).get('x-forwarded-for')).toBe('10.0.0.1')
})

test('proxies that are trusted may speak for others', () => {
  const heard = forwarded(new Headers(chain), { TRUSTED_PROXIES: '10.0.0.0/24' })
  expect(heard.get('x-forwarded-for')).toBe(chain['x-forwarded-for'])
})

test('nothing else of a request is passed on but its cookies and the browser’s name', () => {
  const heard = forwarded(
    new Headers({ ...chain, cookie: 'a=1', 'user-agent': 'Browser', origin: 'http://localhost:3000' }),
    {
      PUBLIC_URL: 'https://saydo.example',
    },
  )
  expect(Object.fromEntries(heard)).toEqual({
    'content-type': 'application/json',
    origin: 'https://saydo.example',
    cookie: 'a=1',
    'user-agent': 'Browser',
    'x-forwarded-for': '10.0.0.1',
  })
})
