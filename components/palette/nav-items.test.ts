import { expect, test } from 'vitest'

import { sections } from '#components/settings/sections.ts'
import type { Group } from '#lib/contract/groups.ts'
import type { Actor } from '#lib/domain/permissions.ts'

import { furtherPlaces, placesOf } from './nav-items.ts'

const EM: Actor = { roles: ['em'], admin: false }
const ENGINEER: Actor = { roles: ['engineer'], admin: false }
// safe because nothing but these two facts of a board is read
const boards = [
  { slug: 'build', title: 'Build' },
  { slug: 'own board', title: 'Customer Zero' },
] as Group['boards']
const further = (actor = EM) =>
  furtherPlaces('models', {
    rooms: sections(actor, false),
    views: [],
    milestones: [
      { slug: '19.8', title: '19.8', shelf: null },
      { slug: 'next-1-3', title: 'Next 1-3 Milestones', shelf: 'next-1-3' },
    ],
  })

test('each page of a group is a place of its own, and none leads out of the group', () => {
  const places = placesOf('models', boards)
  const hrefs = places.map(({ href }) => href)
  expect(new Set(hrefs).size).toBe(hrefs.length)
  expect(new Set(places.map(({ title }) => title)).size).toBe(places.length)
  for (const { href } of [...places, ...further()]) expect(href).toMatch(/^\/models(\/|$)/)
})

test('boards stand there under their titles, in their order, whatever their addresses hold', () => {
  const own = placesOf('models', boards).filter(({ keywords }) => keywords === 'board')
  expect(own.map(({ title, href }) => [title, href])).toEqual([
    ['Build', '/models/boards/build'],
    ['Customer Zero', '/models/boards/own%20board'],
  ])
})

test('a milestone leads to its page, a shelf to the planning board that shows it', () => {
  const hrefOf = (title: string) => further().find((one) => one.title === title)?.href
  expect(hrefOf('19.8')).toBe('/models/milestones/19.8')
  expect(hrefOf('Next 1-3 Milestones')).toBe('/models/boards/planning?milestone=next-1-3')
})

test('settings are found by what they are called, those of invitations by who may invite', () => {
  const titles = (actor: Actor) => further(actor).map(({ title }) => title)
  expect(titles(EM)).toContain('Settings: Labels')
  expect(titles(EM)).toContain('Settings: Invitations')
  expect(titles(ENGINEER)).not.toContain('Settings: Invitations')
})
