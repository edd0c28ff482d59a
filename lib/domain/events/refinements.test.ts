import { refinementEvents } from './refinements.ts'
import { expectSentences } from './testing/sentences.ts'

expectSentences(refinementEvents, {
  'refinement.skipped': [{ weekOn: '2026-11-30' }, 'found nothing to refine in the week of 2026-11-30'],
})
