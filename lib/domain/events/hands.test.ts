import { handsEvents } from './hands.ts'
import { expectSentences } from './testing/sentences.ts'

const julie = { id: 'j', name: 'Julie' }
const cindy = { id: 'c', name: 'Cindy' }
const about = { kind: 'issue' as const, number: 12 }
const ref = { id: 1, about, person: julie }
const raised = { ...ref, kind: 'stuck' as const, ask: 'I need help with the probe.' }
const lowered = { ...ref, helper: cindy, how: 'The certificate had expired.' }

expectSentences(handsEvents, {
  'hand.raised': [raised, 'raised a hand on this issue, stuck: I need help with the probe'],
  'hand.removed': [{ ...raised, about: { kind: 'epic', number: 3 } }, 'removed the hand on the epic &3'],
  'hand.helped': [{ ...ref, helper: cindy }, 'helps Julie on this issue'],
  'hand.help_withdrawn': [{ ...ref, about: null, helper: cindy }, 'no longer helps Julie'],
  'hand.lowered': [lowered, 'lowered the hand on this issue: The certificate had expired'],
  'hand.reopened': [lowered, 'raised the hand on this issue again'],
})
