import { expect, test } from 'vitest'

import { whyNotHere } from './why-not-here.ts'

const milestone = (slug: string, title: string) => ({
  id: slug,
  slug,
  title,
  startOn: null,
  dueOn: null,
  shelf: null,
  closed: false,
})
const label = (id: string, title: string) => ({ id, title, hue: 0, meaning: null })
const here = milestone('19-7', '19.7')
const board = {
  milestone: here,
  milestones: [here, milestone('backlog', 'Backlog')],
  labels: [label('1', 'group::custom models'), label('2', 'Deliverable')],
  filterLabelIds: ['1', '2'],
}

test('a new issue that the board shows needs no word', () => {
  expect(whyNotHere({ milestone: '19-7', labelIds: ['2', '1'] }, board, true)).toBeNull()
  expect(
    whyNotHere({ milestone: null, labelIds: ['2', '1'] }, { ...board, milestone: null }, true),
  ).toBeNull()
})

test('one that it does not show says what keeps it away, the milestone first', () => {
  const why = (milestone: string | null, labelIds: string[], isShown = true) =>
    whyNotHere({ milestone, labelIds }, board, isShown)
  expect(why(null, ['1'])).toBe('it has no milestone')
  expect(why('backlog', ['1', '2'])).toBe('its milestone is Backlog')
  expect(why('19-7', ['1'])).toBe('it lacks the label “Deliverable”')
  expect(why('19-7', [])).toBe('it lacks the labels “group::custom models” and “Deliverable”')
  expect(why('19-7', ['1', '2'], false)).toBe('the filter hides it')
})
