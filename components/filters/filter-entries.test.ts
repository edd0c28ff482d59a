import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { aView } from '#components/boards/testing/boards.ts'
import { ON_LISTS } from '#components/issues/list/list-questions.ts'
import { type Chips, type Clause, FIELDS, LIST_FIELDS, NO_CHIPS, toggled } from '#lib/domain/filters.ts'

import { clauseText, filterEntries, ON_BOARDS, type Questions } from './filter-entries.ts'

const choices = aView()
const clause = (field: Clause['field'], value: string, is = true): Clause => ({ field, value, is })
const entriesFor = (chips: Chips, questions: Questions = ON_BOARDS) => {
  const toggles: Clause[] = []
  const entries = filterEntries(choices, chips, (one) => toggles.push(one), questions)
  return {
    toggles,
    acts: entries.filter((entry) => entry.kind === 'act'),
    headings: entries.flatMap((entry) => (entry.kind === 'heading' ? [entry.label] : [])),
  }
}

test('the menu of a board offers what boards know, that of a list what the server answers as well', () => {
  expect(entriesFor(NO_CHIPS).headings).toEqual(['Type', 'Person', 'Team', 'Epic', 'Label', 'Weight'])
  expect(ON_BOARDS.map(({ field }) => field).toSorted()).toEqual([...FIELDS].toSorted())
  expect(ON_LISTS.map(({ field }) => field).toSorted()).toEqual([...LIST_FIELDS].toSorted())
})

test('people begin with the reader as “Me”, and end with none', () => {
  const people = ON_BOARDS.find(({ field }) => field === 'person')?.choices(choices)
  expect(people?.map(({ label }) => label)).toEqual(['Me', 'Julie Huang', 'Cindy Halim', 'None'])
})

test('labels of a type are not offered twice, and closed epics not at all', () => {
  const view = { ...choices, epics: [...choices.epics, { number: 4, title: 'Over', closed: true }] }
  const labelsOf = (field: string) =>
    ON_BOARDS.find((one) => one.field === field)
      ?.choices(view)
      .map(({ label }) => label)
  expect(labelsOf('label')).not.toContain('type::bug')
  expect(labelsOf('label')).toContain('severity::2')
  expect(labelsOf('epic')).toEqual(['Health check', 'No epic'])
})

test('what is held is ticked, what is left out says “not”, and a press takes either off again', () => {
  const chips = { words: [], clauses: [clause('person', 'me'), clause('type', 'bug', false)] }
  const { acts, toggles } = entriesFor(chips)
  const named = (label: string) => {
    const entry = acts.find((one) => one.label === label)
    if (entry?.kind !== 'act') throw new Error(`There is no ${label}.`)
    return entry
  }
  expect([named('Me').checked, named('bug').checked, named('Julie Huang').checked]).toEqual([
    true,
    true,
    false,
  ])
  expect([named('bug').hint, named('Me').hint]).toEqual(['not', undefined])
  for (const label of ['Me', 'bug', 'Julie Huang']) void named(label).act()
  const after = toggles.reduce(toggled, chips)
  expect(after.clauses).toEqual([clause('person', 'julie')])
})

test('a chip says its field and its value in words, and what is gone by what it was', () => {
  expect(clauseText(clause('team', 'gateway-services'), choices, ON_BOARDS)).toEqual({
    field: 'Team',
    value: 'Gateway Services',
  })
  expect(clauseText(clause('epic', '99'), choices, ON_BOARDS)).toEqual({ field: 'Epic', value: '99' })
  expect(clauseText(clause('milestone', 'current'), choices, ON_LISTS)).toEqual({
    field: 'Milestone',
    value: 'The current milestone',
  })
  expect(
    clauseText(clause('milestone', '19.7'), choices, ON_BOARDS),
    'a field that is not asked for here',
  ).toEqual({ field: 'milestone', value: '19.7' })
})

test('of each question the values differ, so that a press means one of them', () => {
  for (const { field, choices: of } of [...ON_BOARDS, ...ON_LISTS]) {
    const values = of(choices).map(({ value }) => value)
    expect(new Set(values).size, field).toBe(values.length)
  }
})

test('pressing a choice twice leaves the filter as it was', () => {
  const offered = ON_LISTS.flatMap(({ field, choices: of }) =>
    of(choices).map(({ value }) => clause(field, value)),
  )
  fc.assert(
    fc.property(fc.subarray(offered, { maxLength: 5 }), fc.constantFrom(...offered), (held, one) => {
      const chips = { words: [], clauses: held.filter((other) => other !== one) }
      const pressed = (now: Chips) => {
        const { acts, toggles } = entriesFor(
          now,
          ON_LISTS.filter(({ field }) => field === one.field),
        )
        const title = clauseText(one, choices, ON_LISTS).value
        const entry = acts.find(({ label }) => label === title)
        if (entry?.kind === 'act') void entry.act()
        return toggles.reduce(toggled, now)
      }
      expect(pressed(pressed(chips))).toEqual(chips)
    }),
  )
})
