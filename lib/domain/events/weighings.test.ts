import { weighingEvents } from './weighings.ts'
import { expectSentences } from './testing/sentences.ts'

const cindy = { id: '1', name: 'Cindy Halim' }
const julie = { id: '2', name: 'Julie Huang' }

expectSentences(weighingEvents, {
  'weighing.opened': [
    { asked: ['julie', 'cindy'], people: [julie, cindy] },
    'asked Julie Huang and Cindy Halim to estimate this issue',
  ],
  'weighing.voted': [{ again: false }, 'gave a hidden weight for this issue'],
  'weighing.revealed': [
    {
      weights: [
        { person: cindy, weight: 2 },
        { person: julie, weight: 5 },
      ],
    },
    'revealed the weights of this issue: Cindy Halim 2 and Julie Huang 5',
  ],
  'weighing.agreed': [{ weight: 3 }, 'agreed on weight 3 for this issue'],
  'weighing.abandoned': [{}, 'canceled the estimation of this issue'],
})
