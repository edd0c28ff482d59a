import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { PushBackKind, PushBackState as State } from './push-back-terms.ts'

export type WorkKey = { kind: PushBackKind; key: string }

export type PushBackState = {
  subject: WorkKey
  reason: string
  protects: WorkKey[]
  wouldChange: string
  revisitOn: PlainDate | null
  raisedBy: string | null
  raisedAt: Date
  state: State
  note: string
  decidedBy: string | null
  decidedAt: Date | null
  /** The number of the last event about it. */
  version: number
}
