import type { Commitment } from './parts.ts'
import { sumOf } from './parts.ts'

/** Law 10: "Also shown, side by side, each with its definition and its list of issues: by weight; committed-at-start only; without reprioritised ones." */
export const DEFINITIONS = ['handbook', 'by_weight', 'at_start', 'without_reprioritised'] as const
export type DefinitionName = (typeof DEFINITIONS)[number]

/** What said and done are counted in. */
export const UNITS = ['issues', 'weight'] as const
export type Unit = (typeof UNITS)[number]

export type Definition<C extends Commitment = Commitment> = {
  name: DefinitionName
  done: number
  said: number
  /** done ÷ said, from 0 to 1; null where nothing was said. */
  ratio: number | null
  /** What it counts. */
  issues: { said: C[]; done: C[] }
}

/** How each is computed, in the words of its name. */
const RULES: Record<DefinitionName, { unit: Unit; counts: (one: Commitment) => boolean }> = {
  // Handbook › Say / Do Ratio: "The Say/Do ratio is calculated using Completed Issues / Assigned Issues".
  handbook: { unit: 'issues', counts: () => true },
  by_weight: { unit: 'weight', counts: () => true },
  at_start: { unit: 'issues', counts: ({ atStart }) => atStart },
  without_reprioritised: { unit: 'issues', counts: ({ outcome }) => outcome !== 'reprioritised' },
}

const WORDS: Record<DefinitionName, { title: string; text: string }> = {
  handbook: {
    title: 'Say/Do',
    text: 'Issues closed as done by the end of the milestone ÷ issues assigned on the Build Board.',
  },
  by_weight: {
    title: 'By weight',
    text: 'The same, counted in weight. The weight at the end of the milestone counts.',
  },
  at_start: { title: 'Committed at start', text: 'Only issues that were on the Build Board at the start.' },
  without_reprioritised: {
    title: 'Without reprioritised',
    text: 'Leaves out issues that were taken off with an accepted push-back.',
  },
}

/** Its name and how it is computed, for people. */
export const definitionWords = (name: DefinitionName): { title: string; text: string } => WORDS[name]

/** The four ratios of a milestone, each with the issues that it is made of. */
export const definitionsOf = <C extends Commitment>(all: readonly C[]): Definition<C>[] =>
  DEFINITIONS.map((name) => {
    const { unit, counts } = RULES[name]
    const said = all.filter(counts)
    const done = said.filter(({ outcome }) => outcome === 'completed')
    const sums = { said: measured(said, unit), done: measured(done, unit) }
    return { name, ...sums, ratio: ratioOf(sums), issues: { said, done } }
  })

/** How much of it there is, in issues or in weight. */
export const measured = (some: readonly Pick<Commitment, 'weight'>[], unit: Unit): number =>
  unit === 'issues' ? some.length : sumOf(some).weight

/** Law 10: "Say/Do = completed ÷ assigned. None assigned → no ratio (not 100 %)." */
export const ratioOf = ({ done, said }: { done: number; said: number }): number | null =>
  said === 0 ? null : done / said

/** In whole percent. */
export const percentOf = (ratio: number | null): number | null =>
  ratio === null ? null : Math.round(ratio * 100)
