import { viewEvents } from './views.ts'
import { expectSentences } from './testing/sentences.ts'

expectSentences(viewEvents, {
  'view.saved': [
    { id: 1, title: 'Bugs', place: 'issues', query: 'q=1' },
    'saved the view “Bugs” for the group',
  ],
  'view.changed': [
    { id: 1, from: 'Bugs', to: 'Bugs', query: { from: 'q=1', to: 'q=2' } },
    'changed what the view “Bugs” shows',
  ],
  'view.removed': [{ id: 1, title: 'Bugs', place: 'issues', query: 'q=1' }, 'removed the view “Bugs”'],
})
