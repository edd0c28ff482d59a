import { array, assert, constantFrom, integer, property, record, shuffledSubarray } from 'fast-check'
import { describe, expect, test } from 'vitest'

import { subjectSlug } from '../subjects.ts'

import {
  AGENDA_SOURCES,
  agendaOf,
  type AgendaLine,
  type AgendaSource,
  joined,
  parseItem,
  sourceOf,
} from './agenda.ts'

const line = (source: AgendaSource, ref: number): AgendaLine => {
  const about = { kind: 'issue' as const, ref }
  const own = { hand: 'hand', push_back: 'push-back', point: 'point' }[source as string]
  return {
    source,
    key: own ? `${own}-${ref}` : subjectSlug(about),
    about: source === 'point' ? null : about,
    text: source,
    person: null,
  }
}
const lines = array(record({ source: constantFrom(...AGENDA_SOURCES), ref: integer({ min: 1, max: 6 }) }), {
  maxLength: 30,
}).map((drawn) => drawn.map(({ source, ref }) => line(source, ref)))

const places = (entries: readonly { reasons: { source: AgendaSource; text: string }[] }[]) =>
  entries.map((entry) => AGENDA_SOURCES.indexOf(sourceOf(entry)))

describe('the agenda of a sync', () => {
  test('has nothing after what is lower, so that a hand is talked about before anything else', () => {
    assert(
      property(lines, (drawn) => {
        const found = places(agendaOf(drawn))
        expect(found).toEqual(found.toSorted((a, b) => a - b))
      }),
    )
  })

  test('names each item once, and loses no reason', () => {
    assert(
      property(lines, (drawn) => {
        const agenda = agendaOf(drawn)
        expect(new Set(agenda.map(({ key }) => key)).size).toBe(agenda.length)
        expect(agenda.flatMap(({ reasons }) => reasons)).toHaveLength(drawn.length)
      }),
    )
  })

  test('has the same items in the order of their sources, however the sources answer', () => {
    assert(
      property(
        lines.chain((drawn) => shuffledSubarray(drawn, { minLength: drawn.length }).map((b) => [drawn, b])),
        ([one = [], other = []]) => {
          expect(places(agendaOf(other))).toEqual(places(agendaOf(one)))
        },
      ),
    )
  })

  test('tells what else is so of the subject of a hand with the hand', () => {
    const agenda = agendaOf([line('hand', 5), { ...line('blocked', 5), text: 'Blocked for 6 days' }])
    expect(agenda.map(({ key, reasons }) => [key, reasons.length])).toEqual([['hand-5', 2]])
  })

  test('tells an issue once, for the most pressing of its reasons', () => {
    const [entry] = agendaOf([line('drift', 3), line('blocked', 3), line('unclaimed', 3)])
    expect(entry?.reasons.map(({ source }) => source)).toEqual(['blocked', 'unclaimed', 'drift'])
  })

  test('grows while the sync runs, each new item where it belongs', () => {
    const started = agendaOf([line('hand', 1), line('point', 2)])
    const grown = joined(started, agendaOf([line('hand', 3), line('drift', 4), line('point', 2)]))
    expect(grown.map(({ key }) => key)).toEqual(['hand-1', 'hand-3', 'issue-4', 'point-2'])
  })
})

test('an item is named by its kind and number', () => {
  expect(parseItem('push-back-7')).toEqual({ kind: 'push-back', ref: 7 })
  expect(parseItem('issue-12')).toEqual({ kind: 'issue', ref: 12 })
  for (const wrong of ['issue-0', 'issue', 'milestone-1', 'hand-2147483648', 'hand-1x'])
    expect(parseItem(wrong)).toBeNull()
})
