import { expect, test } from 'vitest'
import { narrate } from '../narration.ts'
import type { Health } from './health.ts'

const sentence = (from: Health | null, to: Health | null) =>
  narrate({ type: 'issue.health_set', data: { from, to }, actorName: 'Julie Huang' })

test('the health of an issue is told by its title', () => {
  expect(sentence('on_track', 'at_risk')).toBe(
    'Julie Huang changed the health of this issue from on track to at risk.',
  )
  expect(sentence(null, 'needs_attention')).toBe(
    'Julie Huang set the health of this issue to needs attention.',
  )
  expect(sentence('at_risk', null)).toBe('Julie Huang removed the health at risk from this issue.')
})
