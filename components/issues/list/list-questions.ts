import { COLUMNS_OF_FACTS } from '#components/issues/facts/columns.tsx'
import { peopleAnd, QUESTIONS } from '#components/filters/filter-entries.ts'
import type { Choice, Questions } from '#components/filters/filter-entries.ts'
import { CONFIDENCES, confidenceWords } from '#lib/domain/confidence.ts'
import { ANY, NONE } from '#lib/domain/filters.ts'
import { FINDINGS } from '#lib/domain/findings.ts'
import { ALL_FACTS } from '#lib/domain/facts/facts.ts'
import type { Fact } from '#lib/domain/facts/facts.ts'
import { CLOSE_REASONS, closeReasonTitle } from '#lib/domain/issues.ts'
import { STATES, stateTitle } from '#lib/domain/workflow.ts'

const yesOrNo = (yes: string, no: string) => (): Choice[] => [
  { value: 'yes', label: yes },
  { value: 'no', label: no },
]

/** What facts that are one value can be asked for. */
const questionsOf = (kind: Fact['kind']): Questions =>
  ALL_FACTS.filter((fact) => fact.kind === kind).map((fact) => ({
    field: fact.name,
    title: COLUMNS_OF_FACTS[fact.name].title,
    choices: () => choicesOf(fact),
  }))

function choicesOf(fact: Fact): Choice[] {
  const { title } = fact
  switch (fact.kind) {
    case 'choice':
      return [
        ...Object.entries(fact.titles).map(([value, label]) => ({ value, label })),
        { value: NONE, label: `No ${title}` },
      ]
    case 'day':
      return [
        { value: '<today', label: 'before today' },
        { value: 'today', label: 'today' },
        { value: '<7d', label: 'within a week' },
        { value: ANY, label: `Any ${title}` },
        { value: NONE, label: `No ${title}` },
      ]
    case 'flag':
      return yesOrNo(title, `not ${title}`)()
  }
}

/** What a list can be asked for beside what boards can: the server answers, so that no card need carry it. */
export const ON_LISTS: Questions = [
  QUESTIONS.type,
  {
    field: 'milestone',
    title: 'Milestone',
    choices: ({ milestones }) => [
      { value: 'current', label: 'The current milestone' },
      { value: 'next', label: 'The next milestone' },
      ...milestones.map(({ slug, title }) => ({ value: slug, label: title })),
      { value: NONE, label: 'No milestone' },
    ],
  },
  {
    field: 'workflow',
    title: 'Workflow',
    choices: () => [
      ...STATES.map((state) => ({ value: state, label: stateTitle(state) })),
      { value: NONE, label: 'No workflow state' },
    ],
  },
  QUESTIONS.person,
  { field: 'dri', title: 'DRI', choices: peopleAnd('No DRI') },
  { field: 'assignee', title: 'Assignee', choices: peopleAnd('No assignee') },
  { field: 'author', title: 'Author', choices: peopleAnd('No author') },
  QUESTIONS.team,
  QUESTIONS.epic,
  QUESTIONS.weight,
  ...questionsOf('choice'),
  {
    field: 'confidence',
    title: 'Confidence',
    choices: () => [
      ...CONFIDENCES.toReversed().map((value) => ({ value, label: confidenceWords(value) })),
      { value: ANY, label: 'Any confidence' },
      { value: NONE, label: 'No confidence' },
    ],
  },
  ...questionsOf('day'),
  { field: 'blocked', title: 'Blocked', choices: yesOrNo('blocked', 'not blocked') },
  { field: 'watched', title: 'Watching', choices: yesOrNo('watched by me', 'not watched by me') },
  {
    field: 'finding',
    title: 'Needs attention',
    choices: () => [
      ...Object.values(FINDINGS).map(({ name, title }) => ({ value: name, label: title })),
      { value: ANY, label: 'Needs attention' },
      { value: NONE, label: 'No findings' },
    ],
  },
  ...questionsOf('flag'),
  {
    field: 'reason',
    title: 'Closed as',
    choices: () => CLOSE_REASONS.map((reason) => ({ value: reason, label: closeReasonTitle(reason) })),
  },
  QUESTIONS.label,
]
