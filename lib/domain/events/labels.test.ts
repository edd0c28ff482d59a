import { labelEvents, type LabelData } from './labels.ts'
import { expectSentences } from './testing/sentences.ts'

const label: LabelData = { id: 1, title: 'old', meaning: null, description: '', hue: 260, sample: false }

expectSentences(labelEvents, {
  'label.created': [{ ...label, title: 'type::bug' }, 'created the label ~type::bug'],
  'label.changed': [
    { id: 1, title: 'in dev', changed: ['hue', 'meaning'], from: label, to: { ...label, hue: 3 } },
    'changed the hue and meaning of the label ~in dev',
  ],
  'label.removed': [label, 'removed the label ~old'],
  'label.renamed': [{ id: 1, from: 'bug', to: 'type::bug' }, 'renamed the label ~bug to ~type::bug'],
})
