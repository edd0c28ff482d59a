import { Note } from '#components/ui/tag.tsx'
import type { PushBackState } from '#lib/domain/push-back-terms.ts'

import { STATE_TITLES } from './push-back-text.ts'

const TONES = { open: 'warn', deferred: 'calm', accepted: 'good', declined: 'calm' } as const

export const StateMark = ({ state }: { state: PushBackState }) => (
  <Note tone={TONES[state]}>{STATE_TITLES[state]}</Note>
)
