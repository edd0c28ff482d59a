import { expect, test } from 'vitest'

import type { BoardKept } from './board-shapes.ts'
import type { EventData } from './events.ts'
import type { GroupKept } from './events/groups.ts'
import type { LabelKept } from './events/labels.ts'
import type { Line } from './events/teams.ts'
import type { GroupEvents } from './group-events.ts'
import { narrate } from './narration.ts'

const cindy = { id: '1', name: 'Cindy Halim' }
const julie = { id: '2', name: 'Julie Huang' }
const build = { id: 'b', title: 'Build' }
const team = { id: 't', name: 'Model Selection' }
const area = { id: 1, team, name: 'Selection UI' }
const plans = { id: 1, area: 'Plan management', owner: 'Fulfillment' }
const line: Line = {
  area: 'Plan management',
  owner: 'Fulfillment',
  relationship: 'They own it.',
  sentence: '',
  teamId: null,
  ownerGroupId: null,
}
const label: LabelKept = { id: 1, title: 'old', meaning: null, description: '', hue: 260, sample: false }
const words = { name: 'Model Selection', purpose: '', note: '' }
const membership = { id: 1, person: cindy, team, share: 20, startsOn: '2025-11-15', endsOn: null }
const shape: BoardKept = {
  slug: 'reviews',
  title: 'Reviews',
  kind: 'custom',
  rule: 'current',
  milestoneId: null,
  position: 5,
  labels: [],
  columns: [],
}
const facts: GroupKept = {
  name: 'Custom Models',
  summary: '',
  vision: '',
  mission: '',
  channel: '',
  namespace: '',
  zone: 'UTC',
  daysPerWeight: 2,
  focusFactor: 1,
  channels: [],
  cadence: [],
}

type Type = keyof GroupEvents

/** What can happen beside issues, each with the sentence in which a person reads it. Complete, because the type says so. */
const TOLD: { [T in Type]: [EventData<T>, string] } = {
  'epic.created': [
    { number: 3, title: 'Model lifecycle', description: '', techLead: null },
    'created the epic “Model lifecycle”',
  ],
  'epic.edited': [
    { number: 3, title: { from: 'Models', to: 'Model lifecycle' }, version: 2 },
    'renamed the epic “Models” to “Model lifecycle”',
  ],
  'epic.tech_lead_set': [
    { number: 3, title: 'Model lifecycle', from: null, to: cindy },
    'made Cindy Halim the tech lead of “Model lifecycle”',
  ],
  'epic.closed': [
    { number: 3, title: 'Model lifecycle', because: 'All of its issues are closed.' },
    'closed the epic “Model lifecycle”: All of its issues are closed',
  ],
  'epic.reopened': [{ number: 3, title: 'Model lifecycle' }, 'reopened the epic “Model lifecycle”'],
  'milestone.created': [
    {
      id: 1,
      slug: '18.7',
      title: '18.7',
      kind: 'timebox',
      shelf: null,
      startOn: '2025-11-15',
      dueOn: '2025-12-12',
    },
    'created the milestone 18.7, 2025-11-15 to 2025-12-12',
  ],
  'milestone.edited': [
    {
      id: 1,
      from: { title: '18.7', startOn: '2025-11-15', dueOn: '2025-12-12' },
      to: { title: '18.7.1', startOn: '2025-11-15', dueOn: '2025-12-14' },
    },
    'renamed the milestone 18.7 to 18.7.1, 2025-11-15 to 2025-12-14',
  ],
  'milestone.closed': [{ id: 1, title: '18.7' }, 'closed the milestone 18.7'],
  'label.created': [{ ...label, title: 'type::bug' }, 'created the label ~type::bug'],
  'template.created': [
    { id: 1, title: 'Bug', type: 'bug', body: '## What happens' },
    'added the template “Bug”',
  ],
  'template.edited': [
    {
      id: 1,
      from: { title: 'Bug', type: 'bug', body: 'a' },
      to: { title: 'Defect', type: 'bug', body: 'b' },
    },
    'renamed the template “Bug” to “Defect”',
  ],
  'template.removed': [
    { id: 1, position: 1, title: 'Bug', type: 'bug', body: '## What happens' },
    'removed the template “Bug”',
  ],
  'label.changed': [
    { id: 1, title: 'in dev', changed: ['hue', 'meaning'], from: label, to: { ...label, hue: 3 } },
    'changed the hue and meaning of the label ~in dev',
  ],
  'label.removed': [label, 'removed the label ~old'],
  'label.renamed': [{ id: 1, from: 'bug', to: 'type::bug' }, 'renamed the label ~bug to ~type::bug'],
  'board.created': [{ board: build, shape }, 'created the board “Build”'],
  'board.edited': [
    {
      board: { id: '5', title: 'Reviews' },
      changed: ['title', 'filter', 'columns'],
      from: { ...shape, title: 'In review' },
      to: shape,
    },
    'renamed the board “In review” to “Reviews” and changed its filter and columns',
  ],
  'board.removed': [{ board: { id: '5', title: 'Reviews' }, shape }, 'removed the board “Reviews”'],
  'board.placed': [
    { board: { id: '5', title: 'Reviews' }, behind: null, order: [5] },
    'moved the board “Reviews” in the list of boards',
  ],
  'view.saved': [
    { id: 1, title: 'Bugs', place: 'issues', query: 'q=1' },
    'saved the view “Bugs” for the group',
  ],
  'view.changed': [
    { id: 1, from: 'Bugs', to: 'Bugs', query: { from: 'q=1', to: 'q=2' } },
    'changed what the view “Bugs” shows',
  ],
  'view.removed': [{ id: 1, title: 'Bugs', place: 'issues', query: 'q=1' }, 'removed the view “Bugs”'],
  'group.created': [{ name: 'Custom Models', facts }, 'created the group Custom Models'],
  'person.joined': [{ person: cindy }, 'added Cindy Halim to the group'],
  'person.left': [
    { person: cindy, kept: { roles: [], on: '2025-12-01', ended: [], dropped: [] } },
    'removed Cindy Halim from the group',
  ],
  'role.changed': [
    { person: julie, role: 'em', title: '', acting: true, was: { title: '', acting: false } },
    'changed the title of Julie Huang to acting engineering manager',
  ],
  'role.taken': [
    { person: cindy, role: 'em', kept: { title: '', acting: false } },
    'removed the role of engineering manager from Cindy Halim',
  ],
  'invitation.created': [
    { id: 1, role: 'engineer', person: null },
    'invited a new person to the group as engineer',
  ],
  'invitation.revoked': [{ id: 1, role: 'pm' }, 'revoked an invitation as product manager'],
  'invitation.accepted': [
    { id: 1, person: cindy, role: 'engineer', known: false },
    'joined the group as engineer with an invitation',
  ],
  'role.given': [
    { person: cindy, role: 'staff_engineer', title: '', acting: false },
    'gave Cindy Halim the role of staff engineer',
  ],
  'team.created': [
    { ...words, id: 1, slug: 'model-selection', position: 1 },
    'created the functional team Model Selection',
  ],
  'membership.started': [
    { ...membership, kind: 'supporting' },
    'added Cindy Halim to Model Selection, supporting, from 2025-11-15',
  ],
  'membership.changed': [
    {
      ...membership,
      kind: 'main',
      share: 50,
      startsOn: '2026-01-05',
      endsOn: '2026-02-01',
      was: { kind: 'main', percent: 20, from: '2026-01-05', to: null },
    },
    'changed the membership of Cindy Halim in Model Selection: main, 50 %, from 2026-01-05 to 2026-02-01',
  ],
  'team.placed': [
    { id: 1, name: 'Gateway Services', slug: 'gateway-services', before: null, order: [1] },
    'moved Gateway Services in the order of the teams',
  ],
  'team.changed': [
    {
      id: 1,
      slug: 'model-selection',
      name: 'Model Selection',
      changed: ['name', 'purpose'],
      from: words,
      to: words,
    },
    'changed the name and purpose of Model Selection',
  ],
  'scope_area.changed': [
    { ...area, from: { name: 'UI', description: '' }, to: { name: 'Selection UI', description: '' } },
    'edited Selection UI in the scope of Model Selection',
  ],
  'scope_area.moved': [
    { ...area, before: null, order: [1] },
    'moved Selection UI in the order of the scope of Model Selection',
  ],
  'scope_area.removed': [
    { ...area, description: '', position: 1 },
    'removed Selection UI from the scope of Model Selection',
  ],
  'boundary.changed': [
    { ...plans, from: line, to: line },
    'changed a boundary: Plan management belongs to Fulfillment',
  ],
  'boundary.removed': [
    { ...plans, line, position: 1 },
    'removed the boundary to Fulfillment: Plan management',
  ],
  'scope_area.added': [
    { ...area, description: '', position: 1 },
    'added Selection UI to the scope of Model Selection',
  ],
  'boundary.drawn': [
    { id: 2, area: 'Buying flows', owner: 'Fulfillment', line, position: 2 },
    'added a boundary: Buying flows belongs to Fulfillment',
  ],
  'group.changed': [
    { changed: ['vision', 'channel', 'mission'], from: {}, to: {} },
    'changed the vision, channel and mission of the group',
  ],
  'team.removed': [
    { ...words, name: 'Runtime', id: 2, slug: 'runtime', position: 2 },
    'removed the functional team Runtime',
  ],
  'milestone.reopened': [{ title: '18.9', id: 2 }, 'reopened the milestone 18.9'],
  'milestone.removed': [{ id: 2, title: '18.9' }, 'removed the milestone 18.9'],
  'membership.removed': [
    { ...membership, person: julie, kind: 'main' },
    'removed Julie Huang from Model Selection',
  ],
  'sample.removed': [
    { issues: [], epics: [], milestones: [], labels: [], people: [] },
    'removed the sample data',
  ],
}

// safe because TOLD has exactly these types as its keys
const types = Object.keys(TOLD) as Type[]

test.each(types)('%s is told in one sentence', (type) => {
  const [data, sentence] = TOLD[type]
  expect(narrate({ type, data, actorName: 'Julie Huang' })).toBe(`Julie Huang ${sentence}.`)
})
