import type { MenuEntry } from '#components/ui/menu-entry.ts'
import type { BoardView } from '#lib/contract/boards.ts'
import { NONE, sameClause } from '#lib/domain/filters.ts'
import type { Clause, Field, Filter } from '#lib/domain/filters.ts'
import { WORK_TYPES } from '#lib/domain/labels.ts'
import { STATES, stateTitle } from '#lib/domain/workflow.ts'

/** What there is to choose from. */
export type Choices = Pick<BoardView, 'labels' | 'people' | 'epics' | 'milestones'> & {
  teams: readonly { slug: string; name: string }[]
}
type Choice = { value: string; label: string }

const TITLES: Record<Field, string> = {
  type: 'Type',
  person: 'Person',
  team: 'Team',
  epic: 'Epic',
  label: 'Label',
  weight: 'Weight',
  dri: 'DRI',
  milestone: 'Milestone',
  workflow: 'Workflow',
}
const ON_BOARDS: readonly Field[] = ['type', 'person', 'team', 'epic', 'label', 'weight']
export const ON_LISTS: readonly Field[] = [
  'type',
  'milestone',
  'workflow',
  'person',
  'dri',
  'team',
  'epic',
  'label',
  'weight',
]

/** Everything that can be asked for, in one list that narrows as one types; several can be picked. */
export function filterEntries(
  choices: Choices,
  filter: Filter,
  onToggle: (clause: Clause) => void,
  fields: readonly Field[] = ON_BOARDS,
): MenuEntry[] {
  return fields.flatMap((field) => [
    { kind: 'heading' as const, label: TITLES[field] },
    ...choicesOf(field, choices).map(({ value, label }): MenuEntry => {
      const clause = { field, is: true, value }
      const held = filter.clauses.find((one) => one.field === field && one.value === value)
      return {
        kind: 'act',
        label,
        checked: held !== undefined,
        ...(held && !held.is ? { hint: 'not' } : {}),
        act: () => onToggle(held && !sameClause(held, clause) ? held : clause),
      }
    }),
  ])
}

export function clauseWords({ field, value }: Clause, choices: Choices): { field: string; value: string } {
  const choice = choicesOf(field, choices).find((one) => one.value === value)
  return { field: TITLES[field], value: choice?.label ?? value }
}

function choicesOf(field: Field, { labels, people, teams, epics, milestones }: Choices): Choice[] {
  switch (field) {
    case 'type':
      return [...WORK_TYPES.map(same), { value: NONE, label: 'no type' }]
    case 'person':
      return [
        ...people.map(({ handle, name }) => ({ value: handle, label: name })),
        { value: NONE, label: 'Nobody' },
      ]
    case 'dri':
      return [
        ...people.map(({ handle, name }) => ({ value: handle, label: name })),
        { value: NONE, label: 'No DRI' },
      ]
    case 'milestone':
      return [
        ...milestones.map(({ slug, title }) => ({ value: slug, label: title })),
        { value: NONE, label: 'No milestone' },
      ]
    case 'workflow':
      return [
        ...STATES.map((state) => ({ value: state, label: stateTitle(state) })),
        { value: NONE, label: 'No workflow state' },
      ]
    case 'team':
      return [
        ...teams.map(({ slug, name }) => ({ value: slug, label: name })),
        { value: NONE, label: 'No team' },
      ]
    case 'epic':
      return [
        ...epics
          .filter(({ closed }) => !closed)
          .map(({ number, title }) => ({ value: String(number), label: title })),
        { value: NONE, label: 'No epic' },
      ]
    case 'label':
      return labels.filter(isAskedFor).map(({ title }) => ({ value: title, label: title }))
    case 'weight':
      return [
        ...['1', '2', '3'].map((value) => ({ value, label: `Weight ${value}` })),
        { value: NONE, label: 'No weight' },
      ]
  }
}

const same = (value: string): Choice => ({ value, label: value })

/** Types have a field of their own. */
const isAskedFor = ({ meaning }: Choices['labels'][number]) => !(meaning?.startsWith('type.') ?? false)
