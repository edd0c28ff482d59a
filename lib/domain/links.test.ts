import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'

import { inverseOf, LINK_KINDS, LINK_ROLES, linkAs, linkText, whyNotLink } from './links.ts'
import type { Link } from './links.ts'
import { because } from './testing/because.ts'

const blocks = (from: number, to: number): Link => ({ from, to, kind: 'blocks' })

test('an issue is not linked with itself', () => {
  for (const kind of LINK_KINDS) expect(whyNotLink({ from: 1, to: 1, kind }, [])?.code).toBe('itself')
})

test('the same link is not made twice, and what relates does so in both directions at once', () => {
  expect(whyNotLink(blocks(1, 2), [blocks(1, 2)])?.code).toBe('linked')
  expect(
    whyNotLink({ from: 1, to: 2, kind: 'relates' }, [{ from: 2, to: 1, kind: 'relates' }]),
  ).toMatchObject({ because: 'This link already exists.' })
  expect(whyNotLink({ from: 1, to: 2, kind: 'relates' }, [blocks(1, 2)])).toBeNull()
})

test('work that waits for work that waits for it is refused, however long the way round', () => {
  expect(whyNotLink(blocks(2, 1), [blocks(1, 2)])).toEqual({
    code: 'circle',
    because: '#1 blocks #2 already, directly or through others. This link would make a circle.',
  })
  expect(whyNotLink(blocks(4, 1), [blocks(1, 2), blocks(2, 3), blocks(3, 4)])?.code).toBe('circle')
  expect(whyNotLink(blocks(1, 4), [blocks(1, 2), blocks(2, 3), blocks(3, 4)])).toBeNull()
})

test('each way of seeing a link has its other side', () => {
  for (const role of LINK_ROLES) {
    expect(inverseOf(inverseOf(role))).toBe(role)
    const [mine, theirs] = [linkAs(1, role, 2), linkAs(2, inverseOf(role), 1)]
    if (role === 'relates') expect(whyNotLink(theirs, [mine])?.code).toBe('linked')
    else expect(theirs).toEqual(mine)
    expect(linkText(role)).not.toBe('')
  }
})

const someLink = record<Link>({
  from: integer({ min: 1, max: 7 }),
  to: integer({ min: 1, max: 7 }),
  kind: constantFrom(...LINK_KINDS),
})

test('whatever is linked one after the other, blocking work can always be put in an order', () => {
  assert(
    property(array(someLink, { maxLength: 40 }), (candidates) => {
      const held: Link[] = []
      for (const one of candidates) if (whyNotLink(one, held) === null) held.push(one)
      expect(canBeOrdered(held.filter(({ kind }) => kind === 'blocks'))).toBe(true)
    }),
  )
})

test('a link is only ever called a circle when there is one', () => {
  assert(
    property(array(someLink, { maxLength: 25 }), someLink, (candidates, last) => {
      const held: Link[] = []
      for (const one of candidates) if (whyNotLink(one, held) === null) held.push(one)
      const refused = whyNotLink(last, held)?.code === 'circle'
      const withIt = [...held, last].filter(({ kind }) => kind === last.kind)
      if (refused) expect(canBeOrdered(withIt)).toBe(false)
    }),
  )
})

/** Takes away what nothing waits before, until nothing is left or nothing can be taken. */
function canBeOrdered(links: readonly Link[]): boolean {
  const free = links.find(({ from }) => links.every(({ to }) => to !== from))
  if (links.length === 0) return true
  return free !== undefined && canBeOrdered(links.filter(({ from }) => from !== free.from))
}

test('a link that is refused says what there is already, in the words of its kind', () => {
  const blocks = { from: 1, to: 2, kind: 'blocks' as const }
  expect(because(whyNotLink({ ...blocks, to: 1 }, []))).toBe('An issue cannot link to itself.')
  expect(because(whyNotLink(blocks, [blocks]))).toBe('This link already exists.')
  const back = { from: 2, to: 1, kind: 'blocks' as const }
  expect(because(whyNotLink(back, [blocks]))).toBe(
    '#1 blocks #2 already, directly or through others. This link would make a circle.',
  )
  const split = { from: 1, to: 2, kind: 'split_into' as const }
  expect(because(whyNotLink({ ...split, from: 2, to: 1 }, [split]))).toBe(
    '#1 was split into #2 already, directly or through others. This link would make a circle.',
  )
})
