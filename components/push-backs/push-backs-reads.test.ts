import { expect, test } from 'vitest'

import { queryOfRegister, registerInput, registerOf } from './push-backs-reads.ts'

const group = 'custom-models'

test('the address of the register says what is shown, and says no more than that', () => {
  const register = registerOf(new URLSearchParams('state=open&kind=epic&q=gateway&show=12'))
  expect(register).toEqual({ state: 'open', kind: 'epic', q: 'gateway', show: 12 })
  expect(queryOfRegister(register)).toEqual({ state: 'open', kind: 'epic', q: 'gateway', show: '12' })
  expect(queryOfRegister(registerOf(new URLSearchParams()))).toEqual({})
})

test('what it does not know asks for nothing', () => {
  const register = registerOf(new URLSearchParams(`state=gone&kind=team&q=${'x'.repeat(300)}&show=-3`))
  expect(register).toEqual({ state: null, kind: null, q: 'x'.repeat(200), show: null })
})

test('the list is asked for without what is open in it', () => {
  const register = registerOf(new URLSearchParams('state=open&show=12'))
  expect(registerInput(group, register)).toEqual({ group, state: ['open'] })
})
