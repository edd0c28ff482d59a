import { expect, test } from 'vitest'
import { newToken } from '#db/token.ts'
import { endedCookie, sessionCookie, sessionCookieName, tokenOf } from './cookie.ts'

const token = newToken()

test('the token comes back out of the cookie that was set', () => {
  const [pair = ''] = sessionCookie(token, false).split(';')
  expect(tokenOf(`theme=dark; ${pair}; other=1`, 'saydo.session')).toBe(token)
})

test('the signature that better-auth adds is passed over', () => {
  expect(tokenOf(`saydo.session=${token}.c2lnbmF0dXJl%3D`, 'saydo.session')).toBe(token)
})

test.each([
  '',
  'saydo.session=',
  'saydo.session=short',
  `xsaydo.session=${token}`,
  `saydo.session.x=${token}`,
])('there is no token in “%s”', (header) => {
  expect(tokenOf(header, 'saydo.session')).toBeNull()
})

test('no header, no token', () => {
  expect(tokenOf(null)).toBeNull()
})

test('over https only the cookie that this host itself has set counts', () => {
  expect(sessionCookieName(true)).toBe('__Host-saydo.session')
  expect(tokenOf(`saydo.session=${token}`, sessionCookieName(true))).toBeNull()
})

test('scripts cannot read the cookie, other sites cannot send it, and https keeps it to itself', () => {
  expect(sessionCookie(token, true)).toBe(
    `__Host-saydo.session=${token}; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure`,
  )
  expect(sessionCookie(token, false)).not.toContain('Secure')
  expect(endedCookie(true)).toBe('__Host-saydo.session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure')
})
