import type { PlainDate } from '#lib/kit/plain-date.ts'

import type { SlipReason } from '../closing/reasons.ts'
import type { Calibration } from '../insights/calibration.ts'
import type { PushBackKind, PushBackState } from '../push-back-terms.ts'
import type { ActionState } from './actions.ts'
import type { Month } from './months.ts'

type Work = { ref: number; title: string; weight: number | null }
type Slip = Work & { reason: SlipReason | null; text: string; destination: string | null }

/** What became of a milestone that ended in the month. */
export type MilestoneFacts = {
  slug: string
  title: string
  dueOn: PlainDate
  /** Whether its outcome is frozen; before that nothing of it is known. */
  settled: boolean
  assigned: number
  completed: number
  reprioritised: number
  shipped: Work[]
  slipped: Slip[]
  /** How many of these the reader may not see. */
  notShown: number
}

export type CadenceFact = {
  activity: string
  happened: number
  /** How often it was to happen by now; null where that is not said. */
  expected: number | null
}

export type ActionFact = {
  id: number
  text: string
  owner: { handle: string; name: string }
  dueOn: PlainDate
  state: ActionState
  /** In the retrospective of which month it was agreed on. */
  month: Month
}

/** What the product lays on the table by itself: kept as it was once the retrospective is closed. */
export type RetrospectiveFacts = {
  milestones: MilestoneFacts[]
  pushBacks: {
    id: number
    kind: PushBackKind
    key: string
    title: string
    state: PushBackState
    reason: string
  }[]
  /** Of the group, never of a person. */
  calibration: Calibration[]
  help: { raised: number; helped: number; medianMinutes: number | null }
  cadence: CadenceFact[]
}

/** With the actions as they stood at the end. */
export type Minutes = RetrospectiveFacts & { actions: ActionFact[] }

/** All issues that the facts name. */
export const issuesIn = ({ milestones, pushBacks }: RetrospectiveFacts): number[] => [
  ...milestones.flatMap(({ shipped, slipped }) => [...shipped, ...slipped].map(({ ref }) => ref)),
  ...pushBacks.flatMap(({ kind, key }) => (kind === 'issue' ? [Number(key)] : [])),
]

/** Without what a reader may not see; sums stay the group’s. */
export function withoutIssues<F extends RetrospectiveFacts>(facts: F, hidden: ReadonlySet<number>): F {
  const shown = ({ ref }: Work) => !hidden.has(ref)
  return {
    ...facts,
    milestones: facts.milestones.map((one) => {
      const [shipped, slipped] = [one.shipped.filter(shown), one.slipped.filter(shown)]
      const gone = one.shipped.length + one.slipped.length - shipped.length - slipped.length
      return { ...one, shipped, slipped, notShown: gone }
    }),
    pushBacks: facts.pushBacks.filter(({ kind, key }) => kind !== 'issue' || !hidden.has(Number(key))),
  }
}
