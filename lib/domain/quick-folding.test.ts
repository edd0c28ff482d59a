import { describe, expect, test } from 'vitest'

import { readQuickActions } from './quick-actions.ts'
import { foldedActs, whyNotSoMany } from './quick-folding.ts'

const folded = (text: string) => foldedActs(readQuickActions(text).acts).map(({ line }) => line)

describe('what a text asks for', () => {
  test('is done once where it is said again and again', () => {
    expect(folded('/weight 1\n/weight 2\n'.repeat(5000))).toEqual(['/weight 2'])
    expect(folded('/due 2027-01-01\n/due none\n/epic &1\n/remove_epic\n/epic &2')).toEqual([
      '/due 2027-01-01',
      '/due none',
      '/epic &2',
    ])
    expect(folded('/assign @julie\n/unassign @julie\n'.repeat(50))).toEqual(['/unassign @julie'])
  })

  test('keeps what another line needs: a weight stands before readiness asks for it', () => {
    expect(folded('/weight 1\n/label ~ready\n/weight 2')).toEqual(['/weight 2', '/label ~ready'])
  })

  test('loses no name that no later line speaks of', () => {
    const acts = foldedActs(readQuickActions('/label ~a ~b\n/unlabel ~b ~c\n/assign @a\n/unassign').acts)
    expect(acts).toMatchObject([
      { action: { act: 'label', labels: ['a'] } },
      { action: { act: 'unlabel', labels: ['b', 'c'] } },
      { action: { act: 'assign', people: ['a'] } },
      { action: { act: 'unassign', people: [] } },
    ])
  })

  test('is at most twenty acts, and twenty names in a line, and says so', () => {
    const of = (text: string) => whyNotSoMany(foldedActs(readQuickActions(text).acts))?.because
    const labels = (count: number) => Array.from({ length: count }, (_, at) => `/label ~l${at}\n`).join('')
    expect(of(labels(20))).toBeUndefined()
    expect(of(labels(21))).toBe('This text has 21 quick actions. A text can have up to 20.')
    const people = (count: number) =>
      `/assign ${Array.from({ length: count }, (_, at) => `@p${at}`).join(' ')}`
    expect(of(people(20))).toBeUndefined()
    expect(of(people(21))).toBe('A quick action can name up to 20 people or labels.')
  })
})
