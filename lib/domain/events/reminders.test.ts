import { reminderEvents } from './reminders.ts'
import { expectSentences } from './testing/sentences.ts'

expectSentences(reminderEvents, {
  'milestone.overdue': [
    { id: 4, title: '19.7', dueOn: '2026-12-11' },
    'reminded the engineering manager to close 19.7, which ended on 2026-12-11',
  ],
})
