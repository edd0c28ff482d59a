import { assign, bring, create, name, plan, take, weigh, label } from './acts.ts'
import { during } from './calendar.ts'
import type { Box } from './outcome.ts'
import type { Timeline } from './timeline.ts'

export type Commitment = {
  box: Box
  /** Assigned, with no DRI: an engineer who has time may take it from the board. */
  undriven?: boolean
  /** Joined the Build Board while the timebox was running. */
  midway?: boolean
  epic: () => number | null
}

/**
 * From an idea to a Deliverable, as the handbook plans a milestone: the PM puts it on the Planning Board and marks it
 * for breakdown, an engineer weighs it and calls it ready, the EM assigns it and makes it a Deliverable.
 */
export function commit(
  timeline: Timeline,
  { box, undriven = false, midway = false, epic }: Commitment,
): void {
  const { calendar, random, dri, line } = timeline
  const slug = calendar.box(box).title
  const at = (early: number, late: number) => {
    const part = random.between(early, late)
    return midway ? during(calendar, box, 0.08 + (part + 1) * 0.25) : during(calendar, box, part)
  }
  const born = box <= 0 ? random.between(-0.97, -0.6) : random.between(-1.7, -0.65)
  timeline.add(
    during(calendar, Math.max(box, 0), midway ? random.between(0.02, 0.06) : born),
    random.percent(45) ? 'jordan' : dri,
    create(timeline, {
      milestone: 'next-1-3',
      state: random.pick(['problem validation', 'validation backlog']),
      epic,
    }),
  )
  timeline.add(at(-0.6, -0.5), 'jordan', plan(timeline, slug))
  timeline.add(at(-0.5, -0.45), 'jordan', bring(timeline, 'planning breakdown'))
  if (line.weight !== null) addWeight(timeline, () => at(-0.45, -0.3))
  timeline.add(at(-0.3, -0.25), dri, bring(timeline, 'ready for development'))
  const assigned = at(-0.25, -0.15)
  if (undriven) timeline.add(assigned, 'mohamed', assign(timeline, dri))
  else if (dri === 'mohamed' || random.percent(40)) timeline.add(assigned, dri, take(timeline))
  else {
    timeline.add(assigned, 'mohamed', assign(timeline, dri))
    timeline.add(assigned, 'mohamed', name(timeline, dri))
  }
  timeline.add(at(-0.14, -0.03), 'mohamed', label(timeline, 'Deliverable'))
}

/** Now and then a first weight is found to be wrong. */
function addWeight(timeline: Timeline, at: () => Date): void {
  const { random, dri, line } = timeline
  const weight = line.weight ?? 1
  if (random.percent(10)) timeline.add(at(), dri, weigh(timeline, weight === 1 ? 2 : weight - 1))
  timeline.add(at(), dri, weigh(timeline, weight))
}
