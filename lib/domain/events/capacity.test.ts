import { capacityEvents } from './capacity.ts'
import { expectSentences } from './testing/sentences.ts'

const milestone = { id: '4', title: '19.8' }
const person = { id: '1', name: 'Newick Lee' }
const team = { id: '2', name: 'Health & Connectivity' }

expectSentences(capacityEvents, {
  'capacity.overridden': [
    {
      milestone,
      person,
      team,
      weekOn: '2026-12-19',
      term: 'share',
      from: null,
      to: { value: 0.5, reason: 'Helps Gateway Services.' },
    },
    'set Newick Lee’s share of time to 50 % in Health & Connectivity, week of 2026-12-19, 19.8: Helps Gateway Services',
  ],
  'capacity.confirmed': [{ milestone, person }, 'confirmed their days in 19.8'],
  'capacity.reopened': [{ milestone, person }, 'withdrew the confirmation of their days in 19.8'],
  'capacity.asked': [{ milestone, person }, 'asked Newick Lee to confirm their days in 19.8'],
  'capacity.lanes_set': [
    { milestone, from: [], to: [{ team, priority: 1, weight: 4 }] },
    'divided the capacity of 19.8 into lanes',
  ],
  'capacity.carry_over_weighed': [
    { milestone, ref: 12, from: null, to: 1 },
    'weighed what is left of #12 for 19.8: 1',
  ],
  'duty.cover_asked': [
    { team, weekOn: '2026-12-14', person },
    'asked for cover of Newick Lee’s triage of Health & Connectivity in the week of 2026-12-14',
  ],
  'duty.set': [
    { team, weekOn: '2026-12-14', from: null, to: person },
    'gave the triage of Health & Connectivity in the week of 2026-12-14 to Newick Lee',
  ],
})
