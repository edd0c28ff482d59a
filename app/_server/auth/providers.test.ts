import { expect, test } from 'vitest'
import { insistSamePerson } from '../same-person.ts'
import { providers } from './providers.ts'

const GITLAB = { GITLAB_URL: 'https://gitlab.example.org', GITLAB_CLIENT_ID: 'id', GITLAB_CLIENT_SECRET: 's' }
const OIDC = { OIDC_ISSUER: 'https://sso.example.org', OIDC_CLIENT_ID: 'id', OIDC_CLIENT_SECRET: 's' }

test('a provider has a button once its address, id and secret are all set', () => {
  expect(providers({})).toEqual([])
  expect(providers(GITLAB)).toEqual([{ id: 'gitlab', name: 'GitLab' }])
  for (const name of Object.keys(GITLAB)) expect(providers({ ...GITLAB, [name]: '' }), name).toEqual([])
  for (const name of Object.keys(OIDC)) expect(providers({ ...OIDC, [name]: undefined }), name).toEqual([])
})

test('a provider of an organisation is called as it calls itself', () => {
  expect(providers(OIDC)).toEqual([{ id: 'oidc', name: 'single sign-on' }])
  expect(providers({ ...OIDC, OIDC_NAME: 'Example ID', ...GITLAB }).map(({ name }) => name)).toEqual([
    'GitLab',
    'Example ID',
  ])
})

test('a page of another person is told who is signed in, and one that names none is asked nothing', () => {
  const now = { handle: 'cindy', name: 'Cindy Halim' }
  expect(() => insistSamePerson(null, now)).not.toThrow()
  expect(() => insistSamePerson('cindy', now)).not.toThrow()
  expect(() => insistSamePerson('julie', now)).toThrow(
    expect.objectContaining({
      code: 'other_person',
      detail: 'You are signed in as Cindy Halim, but another person opened this page. Reload it.',
      facts: { person: 'cindy', name: 'Cindy Halim' },
    }),
  )
})
