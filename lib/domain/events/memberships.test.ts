import { membershipEvents } from './memberships.ts'
import { expectSentences } from './testing/sentences.ts'

const cindy = { id: '1', name: 'Cindy Halim' }
const julie = { id: '2', name: 'Julie Huang' }
const team = { id: 't', name: 'Model Selection' }
const membership = { id: 1, person: cindy, team, share: 20, startsOn: '2025-11-15', endsOn: null }

expectSentences(membershipEvents, {
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
  'membership.removed': [
    { ...membership, person: julie, kind: 'main' },
    'removed Julie Huang from Model Selection',
  ],
})
