import { closeMilestone } from '../../commands/closing/close.ts'
import { createMilestone } from '../../commands/milestones.ts'
import { readClosing } from '../../queries/closing.ts'
import { inTransaction } from '../../transaction.ts'
import { createEpic } from '../../commands/epics.ts'
import { atTheEnd, before, during, timeboxes } from './calendar.ts'
import { CURRENT } from './outcome.ts'
import { place } from './acts.ts'
import type { Act, Setting, Timeline } from './timeline.ts'
import type { Topic } from './topic.ts'

const HOUR = 3_600_000

/** The PM creates each milestone two months ahead; the EM closes it on the evening of its last working day. */
export function milestoneActs({ calendar }: Setting, timelines: readonly Timeline[]): Act[] {
  return timeboxes(calendar).flatMap(({ title, startOn, dueOn }, place) => {
    const ahead = Math.max(during(calendar, place - 2, 0.02).getTime(), calendar.first.getTime() + HOUR)
    const created: Act = {
      at: new Date(ahead + place * 60_000),
      by: 'jordan',
      run: (ctx) => createMilestone(ctx, { group: ctx.group.slug, title, startOn, dueOn, sample: true }),
    }
    if (place >= CURRENT) return [created]
    const closed: Act = {
      at: atTheEnd(calendar, place, 17.5),
      by: 'mohamed',
      run: closing(title, timelines),
    }
    return [created, closed]
  })
}

/** What is open goes on in the next milestone; each slip has the reason that its history suggests. */
const closing =
  (milestone: string, timelines: readonly Timeline[]): Act['run'] =>
  (ctx) =>
    inTransaction(ctx, async (ctx) => {
      const { open, gone, proposed } = await readClosing(ctx, { milestone })
      const told = new Map(timelines.map(({ ref, slip }) => [ref, slip]))
      const reasonOf = ({ ref, proposal }: (typeof gone)[number] | (typeof open)[number]) =>
        proposal?.reason ?? told.get(ref) ?? 'scope'
      const issues = [
        ...open.map((one) => ({ ref: one.ref, destination: proposed, reason: reasonOf(one) })),
        ...gone.map((one) => ({ ref: one.ref, reason: reasonOf(one) })),
      ]
      return closeMilestone(ctx, { group: ctx.group.slug, milestone, issues })
    })

/** Every topic's epic, an hour before the first of its issues; the number is written to `numbers` under its name. */
export function epicActs(
  topics: readonly Topic[],
  first: Map<string, Date>,
  numbers: Map<string, number>,
): Act[] {
  return topics.flatMap(({ name, epic }) => {
    const begun = first.get(name)
    if (!epic || !begun) return []
    const run: Act['run'] = async (ctx) => {
      const { number } = await createEpic(ctx, {
        title: epic.title,
        description: epic.description,
        techLead: epic.lead,
        sample: true,
      })
      numbers.set(name, number)
    }
    return [{ at: new Date(begun.getTime() - HOUR), by: epic.lead, run }]
  })
}

/** Handbook › Planning Board: "a curated list of issues": the PM orders the candidates, a few at a time. */
export function orderActs({ now }: Setting, candidates: readonly Timeline[]): Act[] {
  const planned = before(now, 1.6)
  const chosen = candidates.filter((_, at) => at % 3 === 0)
  return chosen.slice(1).map((timeline, at) => ({
    at: new Date(Math.min(planned.getTime() + at * 60_000, now.getTime() - HOUR)),
    by: 'jordan',
    run: place(timeline, chosen[at] ?? timeline),
  }))
}
