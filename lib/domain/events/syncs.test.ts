import { syncEvents } from './syncs.ts'
import { expectSentences } from './testing/sentences.ts'

const julie = { id: 'j', name: 'Julie' }
const cindy = { id: 'c', name: 'Cindy' }
const sync = { id: 1, day: '2026-12-03' }
const agenda = [{ key: 'issue-12', about: null, person: null, reasons: [] }]
const outcome = {
  id: 4,
  sync: 1,
  item: 'issue-12',
  about: { kind: 'issue' as const, number: 12 },
  reason: { source: 'blocked' as const, text: 'Blocked' },
  kind: 'unblock' as const,
  person: cindy,
  day: '2026-12-07',
  text: 'Asks Fulfillment.',
}

expectSentences(syncEvents, {
  'sync.started': [{ ...sync, lead: julie, agenda }, 'started the weekly sync of 2026-12-03 with 1 item'],
  'sync.skipped': [sync, 'skipped the weekly sync of 2026-12-03'],
  'sync.led': [{ ...sync, from: julie, to: cindy }, 'made Cindy the lead of the weekly sync of 2026-12-03'],
  'sync.ended': [
    { ...sync, agenda, over: [], attended: [julie], absent: [cindy] },
    'ended the weekly sync of 2026-12-03 with 1 present',
  ],
  'agenda.point_added': [
    { id: 2, text: 'Lunch on Friday.' },
    'added a point to the agenda of the sync: Lunch on Friday',
  ],
  'agenda.point_removed': [
    { id: 2, text: 'Lunch on Friday.' },
    'removed a point from the agenda of the sync: Lunch on Friday',
  ],
  'agenda.recorded': [
    outcome,
    'recorded “Unblock” on this issue for the sync: Cindy by 7 Dec: Asks Fulfillment',
  ],
  'agenda.withdrawn': [
    { ...outcome, about: { kind: 'epic', number: 3 } },
    'withdrew “Unblock” on the epic &3 from the sync',
  ],
})
