import type { Choice } from './fact.ts'

export const HEALTHS = ['on_track', 'needs_attention', 'at_risk'] as const
export type Health = (typeof HEALTHS)[number]

/** How it is doing, as the people who work on it see it; a machine never sets it. */
export const health: Choice<'health', 'health', Health> = {
  kind: 'choice',
  name: 'health',
  key: 'health',
  title: 'health',
  values: HEALTHS,
  titles: { on_track: 'on track', needs_attention: 'needs attention', at_risk: 'at risk' },
  isFollowed: true,
}
