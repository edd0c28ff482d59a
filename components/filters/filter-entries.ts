import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import type { BoardView } from '#lib/contract/boards.ts'
import { ANY, NONE, sameClause } from '#lib/domain/filters.ts'
import type { Chips, Clause, Field, FIELDS } from '#lib/domain/filters.ts'
import { WORK_TYPES } from '#lib/domain/labels.ts'

/** What there is to choose from. */
export type Choices = Pick<BoardView, 'labels' | 'people' | 'epics' | 'milestones'> & {
  teams: readonly { slug: string; name: string }[]
}
export type Choice = { value: string; label: string }

/** What can be asked for, in its order: a heading, and the choices below it. */
export type Questions = readonly {
  field: Field
  title: string
  choices: (choices: Choices) => readonly Choice[]
}[]

/** Whoever looks stands first, whoever that is: a view that is saved says it for each reader. */
export const peopleAnd =
  (nobody: string) =>
  ({ people }: Choices): Choice[] => [
    { value: 'me', label: 'Me' },
    ...people.map(({ handle, name }) => ({ value: handle, label: name })),
    { value: NONE, label: nobody },
  ]

const same = (value: string): Choice => ({ value, label: value })

/** Types have a field of their own. */
const isAskedFor = ({ meaning }: Choices['labels'][number]) => !(meaning?.startsWith('type.') ?? false)

export const QUESTIONS: Record<(typeof FIELDS)[number], Questions[number]> = {
  type: {
    field: 'type',
    title: 'Type',
    choices: () => [...WORK_TYPES.map(same), { value: NONE, label: 'no type' }],
  },
  person: { field: 'person', title: 'Person', choices: peopleAnd('None') },
  team: {
    field: 'team',
    title: 'Team',
    choices: ({ teams }) => [
      ...teams.map(({ slug, name }) => ({ value: slug, label: name })),
      { value: NONE, label: 'No team' },
    ],
  },
  epic: {
    field: 'epic',
    title: 'Epic',
    choices: ({ epics }) => [
      ...epics
        .filter(({ closed }) => !closed)
        .map(({ number, title }) => ({ value: String(number), label: title })),
      { value: NONE, label: 'No epic' },
    ],
  },
  label: {
    field: 'label',
    title: 'Label',
    choices: ({ labels }) => labels.filter(isAskedFor).map(({ title }) => ({ value: title, label: title })),
  },
  weight: {
    field: 'weight',
    title: 'Weight',
    choices: () => [
      ...['0', '1', '2', '3', '5', '8'].map((value) => ({ value, label: `Weight ${value}` })),
      { value: ANY, label: 'Any weight' },
      { value: NONE, label: 'No weight' },
    ],
  },
}

const { type, person, team, epic, label, weight } = QUESTIONS
export const ON_BOARDS: Questions = [type, person, team, epic, label, weight]

/** Everything that can be asked for, in one list that narrows as one types; several can be picked. */
export function filterEntries(
  choices: Choices,
  chips: Chips,
  onToggle: (clause: Clause) => void,
  questions: Questions,
): MenuEntry[] {
  return questions.flatMap(({ field, title, choices: of }) => [
    { kind: 'heading' as const, label: title },
    ...of(choices).map((choice): MenuEntry => {
      const clause = { field, is: true, value: choice.value }
      const held = chips.clauses.find((one) => one.field === field && one.value === choice.value)
      return {
        kind: 'act',
        label: choice.label,
        checked: held !== undefined,
        ...(held && !held.is ? { hint: 'not' } : {}),
        act: () => onToggle(held && !sameClause(held, clause) ? held : clause),
      }
    }),
  ])
}

export function clauseText(
  { field, value }: Clause,
  choices: Choices,
  questions: Questions,
): { field: string; value: string } {
  const question = questions.find((one) => one.field === field)
  const choice = question?.choices(choices).find((one) => one.value === value)
  return { field: question?.title ?? field, value: choice?.label ?? value }
}
