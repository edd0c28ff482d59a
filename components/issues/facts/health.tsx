import { setHealth } from '#lib/contract/issue-facts.ts'
import { health } from '#lib/domain/facts/health.ts'
import { choiceLook } from './look.tsx'

export const healthLook = choiceLook('Health', setHealth, health, {
  on_track: { tone: 'good' },
  needs_attention: { tone: 'warn', hint: 'needs a closer look' },
  at_risk: { tone: 'bad', hint: 'it may slip' },
})
