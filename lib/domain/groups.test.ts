import { expect, test } from 'vitest'
import { groupSlug, whyNotChannels, whyNotGroupSlug } from './groups.ts'
import { because } from './testing/because.ts'

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

test('a name of signs alone makes no address, and each page of the product keeps its own', () => {
  expect(because(whyNotGroupSlug(groupSlug('群 …')))).toBe(
    'Enter a name with letters or digits, for the address.',
  )
  for (const page of ['api', 'first-run', 'invitation', 'organisation', 'share', 'sign-in']) {
    expect(because(whyNotGroupSlug(page))).toBe(`“${page}” is reserved. Choose another name.`)
  }
})

test('an address is never longer than sixty signs, and ends with none that joins', () => {
  const slug = groupSlug(`${'a'.repeat(59)} and more`)
  expect(slug).toBe('a'.repeat(59))
  expect(whyNotGroupSlug(slug)).toBeNull()
})
