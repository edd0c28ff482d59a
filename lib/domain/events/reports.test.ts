import { reportEvents } from './reports.ts'
import { expectSentences } from './testing/sentences.ts'

expectSentences(reportEvents, {
  'report.counted': [
    { weekOn: '2026-11-30', counts: [{ finding: 'no-milestone', issues: 12, confidential: 1 }] },
    'counted the findings of the triage report for the week of 2026-11-30',
  ],
})
