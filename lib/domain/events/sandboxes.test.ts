import { sandboxEvents } from './sandboxes.ts'
import { expectSentences } from './testing/sentences.ts'

const milestone = { id: '4', title: '19.8' }
const sandbox = { id: 7, slug: 'if-cindy-is-away', title: 'If Cindy is away' }
const person = { id: '1', name: 'Cindy Halim' }
const by = { id: '2', name: 'Mohamed Hamda' }
const team = { id: '2', name: 'Gateway Services' }
const beside = { milestone, sandbox, id: 3, reason: '', by, seen: 12 }
const days = { fromOn: '2027-01-04', toOn: '2027-01-08', fromNoon: true, untilNoon: false }

expectSentences(sandboxEvents, {
  'sandbox.opened': [{ milestone, sandbox, base: 12 }, 'opened the what-if “If Cindy is away” for 19.8'],
  'sandbox.change_added': [
    { ...beside, change: { what: 'timeOff', person, ...days } },
    'added to the what-if “If Cindy is away”: Cindy Halim is away 4 – 8 Jan, from noon',
  ],
  'sandbox.change_removed': [
    { ...beside, change: { what: 'override', person, team, weekOn: null, term: 'share', value: 0.5 } },
    'removed from the what-if “If Cindy is away”: Cindy Halim’s share of time in Gateway Services becomes 50 %',
  ],
  'sandbox.applied': [{ milestone, sandbox, leftOut: [] }, 'applied the what-if “If Cindy is away” for 19.8'],
  'sandbox.dropped': [{ milestone, sandbox }, 'dropped the what-if “If Cindy is away” for 19.8'],
  'sandbox.reopened': [
    { milestone, sandbox, from: 'applied', leftOut: [] },
    'reopened the what-if “If Cindy is away” for 19.8',
  ],
})
