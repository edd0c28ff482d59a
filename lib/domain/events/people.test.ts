import { peopleEvents } from './people.ts'
import { expectSentences } from './testing/sentences.ts'

const cindy = { id: '1', name: 'Cindy Halim' }
const julie = { id: '2', name: 'Julie Huang' }

expectSentences(peopleEvents, {
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
  'role.given': [
    { person: cindy, role: 'staff_engineer', title: '', acting: false },
    'gave Cindy Halim the role of staff engineer',
  ],
})
