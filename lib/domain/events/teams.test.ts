import { teamEvents, type Line } from './teams.ts'
import { expectSentences } from './testing/sentences.ts'

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
const texts = { name: 'Model Selection', purpose: '', note: '' }

expectSentences(teamEvents, {
  'team.created': [
    { ...texts, id: 1, slug: 'model-selection', position: 1 },
    'created the functional team Model Selection',
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
      from: texts,
      to: texts,
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
  'team.removed': [
    { ...texts, name: 'Runtime', id: 2, slug: 'runtime', position: 2 },
    'removed the functional team Runtime',
  ],
})
