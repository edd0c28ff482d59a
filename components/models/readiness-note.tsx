import { Note } from '#components/ui/tag.tsx'
import { type Readiness, readinessTitle } from '#lib/domain/models/readiness.ts'

const TONES = { ready: 'good', waived: 'calm', not_yet: 'warn' } as const

export const ReadinessNote = ({ readiness }: { readiness: Readiness }) => (
  <Note tone={TONES[readiness]}>{readinessTitle(readiness)}</Note>
)
