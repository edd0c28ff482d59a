import { expect, test } from 'vitest'

import type { Role } from './permissions.ts'
import { ASSIGN_OF_EM } from './permissions.ts'
import { driDrop } from './swimlanes.ts'
import type { DriDrop } from './swimlanes.ts'

const person = (id: string, roles: Role[] = ['engineer']) => ({ id, name: id, roles })
const drop = (facts: Partial<DriDrop>, roles: Role[] = ['engineer']) =>
  driDrop({
    open: true,
    dri: null,
    to: person('cindy'),
    me: 'cindy',
    actor: { roles, admin: false },
    asked: null,
    ...facts,
  })

test('an unowned card in your own lane is yours', () => {
  expect(drop({})).toEqual({ step: 'takes', refusal: null })
  expect(drop({ open: false }).refusal?.because).toContain('This issue is closed. Reopen it first.')
})

test('only the EM assigns an unowned card to another person, and only to one who drives issues', () => {
  const to = person('julie')
  expect(drop({ to })).toMatchObject({ step: 'assigns', refusal: { code: ASSIGN_OF_EM } })
  expect(drop({ to }, ['em'])).toEqual({ step: 'assigns', refusal: null })
  expect(drop({ to: person('pat', ['stakeholder']) }, ['em']).refusal?.code).toBe('not_a_driver')
})

test('your own card in another lane is offered; the EM hands over at once, unless the EM asks first', () => {
  const mine = { dri: person('cindy'), to: person('julie') }
  expect(drop(mine)).toEqual({ step: 'asks', refusal: null })
  expect(drop({ ...mine, asked: 'Newick Lee' }).refusal?.because).toContain(
    'A hand-over to Newick Lee is pending. Withdraw it first.',
  )
  expect(drop(mine, ['em'])).toEqual({ step: 'hands_over', refusal: null })
  expect(drop({ ...mine, atOnce: false }, ['em'])).toEqual({ step: 'asks', refusal: null })
})

test('the card of another person is asked for by every person who wants to have it moved', () => {
  for (const role of ['engineer', 'pm'] as const)
    expect(drop({ dri: person('julie') }, [role])).toEqual({
      step: 'asks',
      refusal: { code: 'not_your_hand_over', because: 'julie is the DRI. Ask for a hand-over.' },
    })
  expect(drop({ dri: person('julie') }, ['em'])).toEqual({ step: 'hands_over', refusal: null })
})

test('only the DRI takes a card out of all lanes', () => {
  expect(drop({ dri: person('cindy'), to: null })).toEqual({ step: 'steps_down', refusal: null })
  expect(drop({ dri: person('julie'), to: null }, ['em']).refusal?.code).toBe('not_the_dri')
  expect(drop({ dri: person('cindy') })).toEqual({ step: 'keeps', refusal: null })
})
