import { assign, bring, create, name, plan, take, weigh, label } from './acts.ts'
import { during } from './calendar.ts'
import type { Box } from './outcome.ts'
import type { Story } from './timeline.ts'

export type Said = {
  box: Box
  /** Assigned, while nobody is the DRI: whoever has time may take it from the board. */
  undriven?: boolean
  /** Joined the Build Board while the timebox was running. */
  midway?: boolean
  epic: () => number | null
}

/**
 * From an idea to a Deliverable, as the handbook plans a milestone: the PM puts it on the Planning Board and marks it
 * for breakdown, an engineer weighs it and calls it ready, the EM assigns it and makes it a Deliverable.
 */
export function say(story: Story, { box, undriven = false, midway = false, epic }: Said): void {
  const { calendar, chance, dri, line } = story
  const slug = calendar.box(box).title
  const at = (early: number, late: number) => {
    const part = chance.between(early, late)
    return midway ? during(calendar, box, 0.08 + (part + 1) * 0.25) : during(calendar, box, part)
  }
  const born = box <= 0 ? chance.between(-0.97, -0.6) : chance.between(-1.7, -0.65)
  story.add(
    during(calendar, Math.max(box, 0), midway ? chance.between(0.02, 0.06) : born),
    chance.percent(45) ? 'jordan' : dri,
    create(story, {
      milestone: 'next-1-3',
      state: chance.pick(['problem validation', 'validation backlog']),
      epic,
    }),
  )
  story.add(at(-0.6, -0.5), 'jordan', plan(story, slug))
  story.add(at(-0.5, -0.45), 'jordan', bring(story, 'planning breakdown'))
  if (line.weight !== null) addWeight(story, () => at(-0.45, -0.3))
  story.add(at(-0.3, -0.25), dri, bring(story, 'ready for development'))
  const assigned = at(-0.25, -0.15)
  if (undriven) story.add(assigned, 'mohamed', assign(story, dri))
  else if (dri === 'mohamed' || chance.percent(40)) story.add(assigned, dri, take(story))
  else {
    story.add(assigned, 'mohamed', assign(story, dri))
    story.add(assigned, 'mohamed', name(story, dri))
  }
  story.add(at(-0.14, -0.03), 'mohamed', label(story, 'Deliverable'))
}

/** Now and then a first weight is found to be wrong. */
function addWeight(story: Story, at: () => Date): void {
  const { chance, dri, line } = story
  const weight = line.weight ?? 1
  if (chance.percent(10)) story.add(at(), dri, weigh(story, weight === 1 ? 2 : weight - 1))
  story.add(at(), dri, weigh(story, weight))
}
