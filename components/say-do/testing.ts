import type { SayDoSeries, SeriesMilestone } from '#lib/contract/say-do.ts'

type Counts = { completed: number; slipped: number; reprioritised: number; addedLater: number }

const refsOf = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at)

/** A milestone in which each issue weighs 2, and all may be seen. */
export function aMilestone(
  { completed, slipped, reprioritised, addedLater }: Counts,
  title = '19.6',
): SeriesMilestone {
  const all = completed + slipped + reprioritised
  const part = (from: number, count: number) => ({ count, weight: count * 2, refs: refsOf(from, count) })
  const ratio = all === 0 ? null : completed / all
  return {
    milestone: {
      id: title,
      slug: title,
      title,
      shelf: null,
      startOn: '2026-10-17',
      dueOn: '2026-11-13',
      closed: true,
    },
    runs: false,
    frozenAt: '2026-11-14T00:00:00Z',
    parts: {
      assigned: part(1, all),
      completed: part(1, completed),
      slipped: part(1 + completed, slipped),
      reprioritised: part(1 + completed + slipped, reprioritised),
      addedLater: part(1 + all - addedLater, addedLater),
    },
    done: completed,
    said: all,
    ratio,
    percent: ratio === null ? null : Math.round(ratio * 100),
    median: ratio,
    spread: null,
    notShown: 0,
    warnings: [],
  }
}

export function aSeries(milestones: SeriesMilestone[], facts: Partial<SayDoSeries> = {}): SayDoSeries {
  const over = milestones.filter(({ runs }) => !runs)
  const done = over.reduce((sum, one) => sum + one.done, 0)
  const said = over.reduce((sum, one) => sum + one.said, 0)
  return {
    at: null,
    by: 'issues',
    sentence: '',
    milestones,
    whole: { done, said, ratio: said === 0 ? null : done / said },
    median: null,
    spread: null,
    reasons: [],
    teams: [],
    types: [],
    ...facts,
  }
}
