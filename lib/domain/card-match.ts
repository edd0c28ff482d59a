import { meets } from './condition-match.ts'
import type { Matchable } from './condition-match.ts'
import { grounded } from './condition-names.ts'
import type { Asker } from './condition-names.ts'
import type { ConditionField } from './condition-fields.ts'
import { normal } from './conditions.ts'
import type { Condition } from './conditions.ts'
import type { LabelFact } from './labels.ts'

/** What a card carries of its issue, by the names of the fields that ask for it. */
const ON_CARDS: ReadonlySet<ConditionField> = new Set([
  ...(['title', 'type', 'label', 'person', 'dri', 'assignee', 'team', 'epic', 'milestone'] as const),
  ...(['weight', 'state', 'reason', 'workflow', 'due', 'confidential', 'confidence'] as const),
])

export type MatchableCard = Pick<
  Matchable,
  | ('ref' | 'title' | 'state' | 'closeReason' | 'milestone' | 'epic' | 'team' | 'weight' | 'dri')
  | ('assignees' | 'due' | 'confidential' | 'confident')
> & { labelIds: readonly string[] }

/** The part of a condition that cards can answer, and the part that only the server can. */
export function partsForCards(condition: Condition): { here: Condition; there: Condition } {
  const parts = condition.kind === 'all' ? condition.of : [condition]
  const of = (isHere: boolean) => parts.filter((part) => asksOnlyCards(part) === isHere)
  return { here: normal({ kind: 'all', of: of(true) }), there: normal({ kind: 'all', of: of(false) }) }
}

function asksOnlyCards(condition: Condition): boolean {
  if (condition.kind === 'test') return ON_CARDS.has(condition.field)
  return condition.kind === 'not' ? asksOnlyCards(condition.of) : condition.of.every(asksOnlyCards)
}

/**
 * Asked once per filter, then once per card: by the rule that lists go by.
 *
 * @param condition asks for nothing but what cards carry
 */
export function cardsMeeting(
  condition: Condition,
  labels: readonly LabelFact[],
  asker: Asker,
): (card: MatchableCard) => boolean {
  const asked = grounded(condition, asker)
  const known = new Map(labels.map((label) => [label.id, label]))
  return ({ labelIds, ...card }) => {
    const held = labelIds.flatMap((id) => known.get(id) ?? [])
    return meets({ ...NOT_CARRIED, ...card, labels: held }, asked, asker.today)
  }
}

/** Never asked of a card. */
const NOT_CARRIED: Omit<Matchable, keyof MatchableCard | 'labels'> = {
  kind: 'issue',
  author: null,
  createdOn: '',
  updatedOn: '',
  closedOn: null,
  description: '',
  blocked: null,
  links: [],
  watched: false,
  findings: [],
  health: null,
}
