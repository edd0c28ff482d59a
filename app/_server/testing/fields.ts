import { pathNames, type Endpoint } from '#lib/contract/endpoint.ts'
import { FACT_NAMES } from '#lib/domain/facts/names.ts'
import { COLLECTED, merged } from './collected.ts'
import { list, one, type Way, inText } from './requests.ts'
import { type Name } from './means.ts'

/** A way in which a field of a body or a query names something: the field with such a name. */
export type Naming = { field: string; noun: string; inputFor: (name: Name) => Record<string, unknown> }

const shapeOfBoard = {
  milestone: [{ noun: 'milestone', inputFor: (slug) => ({ rule: 'fixed', slug }) }],
  labels: list('labelTitle'),
  columns: [{ noun: 'labelTitle', inputFor: (label) => [{ label, wipCount: null, wipWeight: null }] }],
} satisfies Record<string, Way[]>

const QUICK_ACTIONS = [
  inText('person', '/assign @'),
  inText('person', '/dri @'),
  inText('epic', '/epic &'),
  inText('milestone', '/milestone %'),
  inText('labelTitle', '/label ~"'),
  inText('ref', '/duplicate #'),
]

/** What the fields name that several nouns have: by name, or by endpoint and name. Each noun brings its own. */
const NAMES = merged<readonly Way[]>([
  ...COLLECTED.map(({ fields }) => fields),
  {
    actor: one('person'),
    add: list('labelTitle'),
    after: one('ref'),
    asked: list('person'),
    assignees: list('person'),
    before: one('ref'),
    carriesOn: one('event'),
    dri: one('person'),
    em: one('person'),
    duplicateOf: one('ref'),
    epic: one('epic'),
    events: list('event'),
    issue: one('ref'),
    label: one('labelTitle'),
    labels: list('labelTitle'),
    milestone: one('milestone'),
    other: one('ref'),
    ownerGroup: one('group'),
    person: one('person'),
    ref: one('ref'),
    refs: list('ref'),
    remove: list('labelTitle'),
    swimlane: [
      { noun: 'epic', inputFor: (epic) => ({ by: 'epic', epic }) },
      { noun: 'team', inputFor: (team) => ({ by: 'team', team }) },
      { noun: 'person', inputFor: (person) => ({ by: 'person', person }) },
      { noun: 'person', inputFor: (from) => ({ by: 'person', person: null, from }) },
    ],
    team: one('team'),
    techLead: one('person'),
    filter: [
      inText('labelTitle', 'label:"'),
      inText('person', 'person:'),
      inText('person', 'dri:'),
      inText('person', 'assignee:'),
      inText('person', 'author:'),
      inText('team', 'team:'),
      inText('epic', 'epic:'),
      inText('milestone', 'milestone:'),
      inText('ref', 'text:'),
    ],
    change: [
      { noun: 'milestone', inputFor: (milestone) => ({ what: 'milestone', milestone }) },
      { noun: 'labelTitle', inputFor: (label) => ({ what: 'labels', add: [label] }) },
      { noun: 'labelTitle', inputFor: (label) => ({ what: 'labels', remove: [label] }) },
      { noun: 'person', inputFor: (person) => ({ what: 'assign', person }) },
      { noun: 'person', inputFor: (person) => ({ what: 'unassign', person }) },
      { noun: 'person', inputFor: (person) => ({ what: 'dri', person, context: 'As it is.' }) },
      { noun: 'epic', inputFor: (epic) => ({ what: 'epic', epic }) },
      { noun: 'team', inputFor: (team) => ({ what: 'team', team }) },
      {
        noun: 'ref',
        inputFor: (ref) => ({ what: 'close', reason: 'duplicate', duplicateOf: ref }),
      },
    ],
    q: [inText('ref', '#'), inText('epic', '&'), inText('person', '@')],
    'boards.create.milestone': shapeOfBoard.milestone,
    'boards.create.columns': shapeOfBoard.columns,
    'boards.edit.milestone': shapeOfBoard.milestone,
    'boards.edit.columns': shapeOfBoard.columns,
    'boards.move_excess.to': one('milestone'),
    'boards.bulk_move.to': one('column'),
    'boards.place.after': one('board'),
    'issues.comment.body': QUICK_ACTIONS,
    'issues.hand_over.to': one('person'),
    'epics.hand_over.to': one('person'),
    'issues.move.to': one('column'),
    'issues.rows.refs': [{ noun: 'ref', inputFor: String }],
    'teams.move_scope.before': one('area'),
    'teams.place.before': one('team'),
  },
])

/** Fields of several nouns that say something and name nothing. Each noun brings its own. */
const PLAIN = new Set([
  ...COLLECTED.flatMap(({ plain = [] }) => plain),
  ...FACT_NAMES,
  ...`about acting area atOnce below cadence channel channels blocked body by close closeReason columns context cursor day days daysPerWeight description direction done dueOn
  email emoji focusFactor from hue keys kind limit meaning mission name namespace need note on owner percent pieces purpose pushBack quiet reason
  relationship role scope sentence sort slug spikeScope startOn state summary title to type until version view vision was watching
  weight withoutDeliverable zone`.split(/\s+/),
])

const fieldsOf = ({ path, input }: Endpoint) =>
  Object.keys(input.shape).filter((name) => !pathNames(path).includes(name))

/** The ways in which the fields of an endpoint name something. */
export const namings = (endpoint: Endpoint): Naming[] =>
  fieldsOf(endpoint).flatMap((field) =>
    (NAMES[`${endpoint.id}.${field}`] ?? NAMES[field] ?? []).map(({ noun, inputFor }) => ({
      field,
      noun,
      inputFor: (name) => ({ [field]: inputFor(name) }),
    })),
  )

const TWO = ['type::bug', 'type::feature']
const TWO_QUICKLY = ['label', 'relabel'].map(
  (name) => `/${name} ${TWO.map((title) => `~"${title}"`).join(' ')}`,
)

/** The ways in which the fields of an endpoint put two labels of one scope on an issue. */
export function doubledScopes(endpoint: Endpoint): Record<string, unknown>[] {
  const fields = fieldsOf(endpoint).filter((name) => `${endpoint.id}.${name}`.startsWith('issues.'))
  return fields.flatMap((field): Record<string, unknown>[] => {
    if (field === 'add' || field === 'labels') return [{ [field]: TWO }]
    if (field === 'change') return [{ change: { what: 'labels', add: TWO } }]
    if (field === 'body' || field === 'description') return TWO_QUICKLY.map((text) => ({ [field]: text }))
    return []
  })
}

/** The fields of an endpoint of which nothing says what they name, or that they name nothing. */
export const unknownFields = (endpoint: Endpoint): string[] =>
  fieldsOf(endpoint).filter(
    (field) => !NAMES[`${endpoint.id}.${field}`] && !NAMES[field] && !PLAIN.has(field),
  )
