import type { Refusal } from '#lib/kit/refusal.ts'

import type { Quick, QuickAction } from './quick-actions.ts'

/** More acts in one text would hold up what others write: each is a change of its own, with its event. */
export const MOST_ACTS = 20

/** Acts that set a fact, whatever it was before: of several in a row the last one is what was meant. */
const SETS: ReadonlySet<QuickAction['act']> = new Set(['weight', 'milestone', 'due', 'epic', 'confidential'])

/** The acts of a text without those that the very next one undoes, in their order. */
export function quickPlan(acts: readonly Quick[]): Quick[] {
  return acts.filter((quick, at) => {
    const next = acts[at + 1]
    const isOver = 'action' in quick && next && 'action' in next && next.action.act === quick.action.act
    return !(isOver && SETS.has(quick.action.act))
  })
}

export function whyNotSoMany(plan: readonly Quick[]): Refusal | null {
  if (plan.length <= MOST_ACTS) return null
  const because = `A text does at most ${MOST_ACTS} quick actions, and this one asks for ${plan.length}: leave some for another.`
  return { code: 'too_many_acts', because }
}
