import type { Plan } from '#lib/contract/plan.ts'

import type { Picked } from '../picked.ts'
import { Meters } from './meters.tsx'
import type { Meter } from './meters.tsx'
import { Mix } from './mix.tsx'
import { mixWith } from './mix-parts.ts'

type Props = { view: Plan; picked: Picked; meters: readonly Meter[] }

/** What the picks of a plan take of each team, and how they divide over the types of work. */
export const PlanMeters = ({ view, picked, meters }: Props) => (
  <>
    <Meters meters={meters} />
    <Mix {...mixWith(view, picked)} />
  </>
)
