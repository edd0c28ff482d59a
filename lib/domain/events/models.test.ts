import { modelEvents } from './models.ts'
import { expectSentences } from './testing/sentences.ts'

const mohamed = { id: 'mohamed', name: 'Mohamed' }
const julie = { id: 'julie', name: 'Julie' }
const facts = { name: 'Falcon', offered: ['com' as const], note: '', owner: mohamed }
const whole = { id: 1, ...facts, answers: [], waiver: null }
const question = { id: 1, text: 'Is the documentation complete?' }
const yes = {
  asked: question.text,
  verdict: 'yes' as const,
  evidence: '#12',
  note: '',
  expiresOn: '2026-06-30',
}

expectSentences(modelEvents, {
  'model.added': [whole, 'added the model “Falcon”, offered on .com'],
  'model.edited': [
    { id: 1, from: facts, to: { ...facts, offered: ['com', 'dedicated'] } },
    'changed the places of the model “Falcon” from .com to .com and Dedicated',
  ],
  'model.removed': [whole, 'removed the model “Falcon”'],
  'model.answered': [
    { id: 1, name: 'Falcon', question, from: null, to: yes },
    'answered “Is the documentation complete?” with yes, until 2026-06-30, for the model “Falcon”',
  ],
  'model.waiver_set': [
    { id: 1, name: 'Falcon', from: null, to: { by: mohamed, reason: 'A pilot of two customers.' } },
    'waived the readiness check of the model “Falcon”: A pilot of two customers.',
  ],
  'model.answer_expired': [
    { id: 1, name: 'Falcon', question, expiredOn: '2026-01-06', owner: julie },
    'found that the answer to “Is the documentation complete?” expired on 2026-01-06: the model “Falcon” is not ready',
  ],
  'readiness.questions_changed': [
    { id: 1, from: [question], to: [question, { id: 4, text: 'Is there a price?' }] },
    'changed the questions of the readiness check from 1 to 2',
  ],
})
