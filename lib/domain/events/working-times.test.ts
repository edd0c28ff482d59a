import { expectSentences } from './testing/sentences.ts'
import { workingTimeEvents } from './working-times.ts'

const newick = { id: '1', name: 'Newick Lee' }
const four = { country: '', region: '', week: [2, 2, 2, 2, 0, 0, 0] }

expectSentences(workingTimeEvents, {
  'working_time.set': [
    { person: newick, from: '2025-12-01', ...four, country: 'DE', region: 'BY', was: four },
    'set the working week of Newick Lee from 2025-12-01: Monday to Thursday, holidays of DE-BY',
  ],
  'working_time.removed': [
    { person: newick, from: '2025-12-01', ...four },
    'removed the working week of Newick Lee from 2025-12-01',
  ],
  'day_off.added': [
    { day: '2025-12-19', name: 'Family & Friends Day' },
    'added the day off Family & Friends Day, 2025-12-19',
  ],
  'day_off.removed': [
    { day: '2025-12-19', name: 'Family & Friends Day' },
    'removed the day off Family & Friends Day, 2025-12-19',
  ],
})
