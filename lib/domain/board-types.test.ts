import { describe, expect, test } from 'vitest'

import { laneOf, NO_COLUMN } from './boards.ts'
import { labelsMoved, planMove } from './board-moves.ts'
import type { CardState, Column } from './boards.ts'
import type { LabelFact } from './labels.ts'

const label = (id: string, title: string, meaning: string | null = null): LabelFact => ({
  id,
  title,
  meaning,
})
const card = (...labelIds: string[]): CardState => ({ state: 'open', labelIds })

describe('columns that stand for types of work', () => {
  const bug = label('L5', 'type::bug', 'type.bug')
  const inDev = label('L2', 'workflow::in dev', 'workflow.in-dev')
  const feature = label('L6', 'type::feature', 'type.feature')
  const slow = label('L7', 'bug::performance')
  const refactor = label('L8', 'maintenance::refactor')
  const ignore = label('L9', 'type::ignore', 'type.ignore')
  const all = [bug, feature, slow, refactor, ignore, inDev]
  const types: Column[] = [bug, feature].map(({ id, title }, at) => ({
    id: `T${at + 1}`,
    title,
    labelId: id,
  }))

  test('hold what a sub-type makes of that type', () => {
    expect(laneOf(card('L7'), types, all)).toBe('T1')
    expect(laneOf(card('L8'), types, all)).toBe(NO_COLUMN)
  })

  test('go by the type that is said outright, where a sub-type implies another', () => {
    expect(laneOf(card('L7', 'L6'), types, all)).toBe('T2')
    expect(laneOf(card('L7', 'L9'), types, all)).toBe(NO_COLUMN)
  })

  test('take a sub-type along when a card leaves, and put no second type on', () => {
    const plan = planMove(card('L7', 'L2'), 'T1', 'T2', types, all)
    expect(plan).toMatchObject({ add: ['L6'], remove: ['L7'] })
    expect(labelsMoved([slow, inDev], plan, all)).toEqual({ added: [feature], removed: [slow] })
    expect(laneOf(card('L6', 'L2'), types, all)).toBe('T2')
    const out = planMove(card('L7'), 'T1', NO_COLUMN, types, all)
    expect(laneOf(card(...out.add), types, all)).toBe(NO_COLUMN)
  })
})
