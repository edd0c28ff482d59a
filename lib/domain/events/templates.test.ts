import { templateEvents } from './templates.ts'
import { expectSentences } from './testing/sentences.ts'

expectSentences(templateEvents, {
  'template.created': [
    { id: 1, title: 'Bug', type: 'bug', body: '## What happens' },
    'added the template “Bug”',
  ],
  'template.edited': [
    {
      id: 1,
      from: { title: 'Bug', type: 'bug', body: 'a' },
      to: { title: 'Defect', type: 'bug', body: 'b' },
    },
    'renamed the template “Bug” to “Defect”',
  ],
  'template.removed': [
    { id: 1, position: 1, title: 'Bug', type: 'bug', body: '## What happens' },
    'removed the template “Bug”',
  ],
})
