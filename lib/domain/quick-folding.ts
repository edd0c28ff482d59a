import type { Quick, QuickAction } from './quick-actions.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

/** Everybody else of the group waits while a text acts: this many are done well within a second. */
const MOST_ACTS = 20
/** People or labels in one line. */
const MOST_NAMES = 20

/**
 * What is left to do of what a text asks for: of a fact that is set several times, the last value alone, and of a person
 * or a label that is named several times, the last line that does. What cannot be read stays, and refuses the text.
 */
export function foldedActs(acts: readonly Quick[]): Quick[] {
  const last = new Map<string, Quick>()
  for (const quick of acts) if ('action' in quick) last.set(factOf(quick.action) ?? '', quick)
  const set = new Set<string>()
  const once = acts.flatMap((quick) => {
    const fact = 'action' in quick ? factOf(quick.action) : null
    if (fact === null) return [quick]
    // The last value in the place of the first, so that the lines between them find the fact set.
    const first = !set.has(fact)
    set.add(fact)
    return first ? [last.get(fact) ?? quick] : []
  })
  return namedOnce(once)
}

export function whyNotSoMany(acts: readonly Quick[]): Refusal | null {
  if (acts.length > MOST_ACTS) {
    return {
      code: 'too_many_acts',
      because: `This text has ${acts.length} quick actions. A text can have up to ${MOST_ACTS}.`,
    }
  }
  const crowded = acts.find((quick) => 'action' in quick && (namesOf(quick.action)?.length ?? 0) > MOST_NAMES)
  return crowded
    ? { code: 'too_many_names', because: `A quick action can name up to ${MOST_NAMES} people or labels.` }
    : null
}

/** Which one fact an act sets, whatever it was before. */
function factOf({ act }: QuickAction): string | null {
  return act === 'weight' || act === 'milestone' || act === 'epic' || act === 'due' || act === 'confidential'
    ? act
    : null
}

function namesOf(action: QuickAction): readonly string[] | null {
  if (action.act === 'assign' || action.act === 'unassign') return action.people
  if (action.act === 'label' || action.act === 'unlabel') return action.labels
  return null
}

const kindOf = ({ act }: QuickAction) => (act === 'assign' || act === 'unassign' ? '@' : '~')

/** From the last line to the first: what a later line says of a name, an earlier one need not do. */
function namedOnce(acts: readonly Quick[]): Quick[] {
  const seen = new Set<string>()
  const left: Quick[] = []
  for (const quick of acts.toReversed()) {
    const names = 'action' in quick ? namesOf(quick.action) : null
    if (!('action' in quick) || names === null || names.length === 0) left.push(quick)
    else {
      const kind = kindOf(quick.action)
      const rest = names.filter((name) => !seen.has(kind + name))
      for (const name of rest) seen.add(kind + name)
      if (rest.length > 0) left.push({ ...quick, action: withNames(quick.action, rest) })
    }
  }
  return left.toReversed()
}

function withNames(action: QuickAction, names: string[]): QuickAction {
  if ('people' in action) return { ...action, people: names }
  return 'labels' in action ? { ...action, labels: names } : action
}
