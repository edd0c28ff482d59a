import { expect, test } from 'vitest'
import { groupSlug, whyNotChannels, whyNotGroupSlug } from './groups.ts'

test('the address of a group follows from its name, in small letters, digits and hyphens', () => {
  expect(groupSlug('Custom Models')).toBe('custom-models')
  expect(groupSlug('  Évaluation & Infra! ')).toBe('evaluation-infra')
  expect(groupSlug('群')).toBe('')
})

test('an address that is none, or a page of the product, is refused', () => {
  expect(whyNotGroupSlug('custom-models')).toBeNull()
  expect(whyNotGroupSlug('')?.code).toBe('address_missing')
  expect(whyNotGroupSlug('sign-in')?.because).toBe('“sign-in” is reserved. Choose another name.')
})

test('a channel is named once', () => {
  expect(whyNotChannels([{ name: '#a' }, { name: '#b' }])).toBeNull()
  expect(whyNotChannels([{ name: '#a' }, { name: '#a' }])?.because).toMatch(
    '“#a” already exists. Edit it, or choose another title.',
  )
})
