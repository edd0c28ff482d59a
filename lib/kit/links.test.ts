import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'

import * as links from './links.ts'

test('pages have the addresses that people say', () => {
  expect(links.boardLink('custom-models', 'build', { milestone: '19.4' })).toBe(
    '/custom-models/boards/build?milestone=19.4',
  )
  expect(links.issueLink('custom-models', 12)).toBe('/custom-models/issues/12')
  expect(links.milestoneLink('custom-models')).toBe('/custom-models/milestones/current')
  expect(links.planLink('custom-models')).toBe('/custom-models/milestones/next/plan')
  expect(links.capacityLink('custom-models', 'current')).toBe('/custom-models/milestones/current/capacity')
  expect(links.briefLink('custom-models', '19.7')).toBe('/custom-models/milestones/19.7/brief')
  expect(links.sandboxLink('custom-models', '19.8', 'no-julie')).toBe(
    '/custom-models/milestones/19.8/sandbox/no-julie',
  )
})

test('a name with signs of its own stays one part of the address', () => {
  expect(links.boardLink('a/b', 'c?d')).toBe('/a%2Fb/boards/c%3Fd')
  expect(links.personLink('models', 'julie.h')).toBe('/models/people/julie.h')
  expect(links.milestoneLink('models', 'Q4 #1')).toBe('/models/milestones/Q4%20%231')
})

test('a query is left out where there is nothing to say', () => {
  expect(links.issuesLink('models')).toBe('/models/issues')
  expect(links.searchLink('models')).toBe('/models/search')
  expect(links.searchLink('models', 'key & value')).toBe('/models/search?q=key+%26+value')
  expect(links.inboxLink('models')).toBe('/models/inbox')
  expect(links.inboxLink('models', 'snoozed')).toBe('/models/inbox?view=snoozed')
  expect(links.modelsLink('models')).toBe('/models/models')
  expect(links.modelsLink('models', 3)).toBe('/models/models?model=3')
})

test('a saved view leads to its place as it was looked at', () => {
  expect(links.viewLink('models', { place: 'boards/build', query: 'type!=bug' })).toBe(
    '/models/boards/build?type!=bug',
  )
  expect(links.viewLink('models', { place: 'issues', query: '' })).toBe('/models/issues')
})

test('one part of a page has its anchor, and the reference of the API one for each endpoint', () => {
  expect(links.reportLink('models')).toBe('/models/issues/report')
  expect(links.reportLink('models', 'no_update')).toBe('/models/issues/report#no_update')
  expect(links.referenceLink()).toBe('/api/docs')
  expect(links.referenceLink('issues', 'create')).toBe('/api/docs/issues#create')
})

test('Say/Do is of the group, or of one of its milestones', () => {
  expect(links.sayDoLink('models')).toBe('/models/say-do')
  expect(links.sayDoLink('models', '19.7', { last: '12' })).toBe('/models/milestones/19.7/say-do?last=12')
  expect(links.pushBacksLink('models', 4, { state: 'open' })).toBe('/models/push-backs?state=open&show=4')
})

test('whatever a group is called, its address leads to the group and to nothing else of the site', () => {
  assert(
    property(
      string({ minLength: 1 }).filter((name) => name.isWellFormed()),
      string(),
      (group, q) => {
        const { pathname, searchParams, hash, host } = new URL(
          links.searchLink(group, q),
          'https://saydo.example',
        )
        if (['.', '..'].includes(group)) return
        expect(host).toBe('saydo.example')
        expect(hash).toBe('')
        expect(pathname.split('/').map(decodeURIComponent)).toEqual(['', group, 'search'])
        expect(searchParams.get('q') ?? '').toBe(q.toWellFormed())
      },
    ),
  )
})

test('sign-in leads back to the page before, with its own query', () => {
  const address = '/custom-models/boards/build?milestone=19.4#top'
  const { pathname, searchParams } = new URL(links.signInFrom(address), 'https://saydo.example')
  expect(pathname).toBe('/sign-in')
  expect(searchParams.get('next')).toBe(address)
})
