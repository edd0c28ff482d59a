import type { Confidence } from './confidence.ts'
import { type Condition, printCondition } from './conditions.ts'
import type { ConditionField } from './condition-fields.ts'
import { ANY, NONE } from './filters.ts'
import { isActive, STATES } from './workflow.ts'

/**
 * The filter of the list that holds the active issues of the milestone that runs of which its DRIs said this last; null for those
 * without an update. The list holds no epics.
 *
 * @param milestone its slug
 */
export const confidenceFilter = (milestone: string, confidence: Confidence | null): string => {
  const test = (field: ConditionField, value: string): Condition => ({ kind: 'test', field, op: ':', value })
  const active = STATES.filter(isActive).map((state) => test('workflow', state))
  return printCondition({
    kind: 'all',
    of: [
      test('milestone', milestone),
      test('confidence', confidence ?? NONE),
      test('state', 'open'),
      test('dri', ANY),
      { kind: 'any', of: active },
    ],
  })
}
