import { expect, test } from 'vitest'

import { withMoment } from './go-to-moment.ts'

test('going to another moment keeps whatever else the address says', () => {
  expect(withMoment('?milestone=19.4&filter=type!=bug', '2026-12-11')).toBe(
    '?milestone=19.4&filter=type!=bug&at=2026-12-11',
  )
  expect(withMoment('?at=2026-12-11&sort=-weight', '2026-12-09')).toBe('?sort=-weight&at=2026-12-09')
  expect(withMoment('?at=2026-12-11', null)).toBe('')
  expect(withMoment('', '2026-12-11')).toBe('?at=2026-12-11')
})
