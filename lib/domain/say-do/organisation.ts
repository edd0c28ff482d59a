import { smallCount } from '#lib/kit/small-count.ts'
import { percentOf, ratioOf } from './definitions.ts'

export type DoneSaid = { done: number; said: number }

/**
 * Several milestones or groups together: their counts are summed, so that one with two issues weighs less than one with
 * twenty. The mean of their ratios would hide that.
 */
export function together(all: readonly DoneSaid[]): DoneSaid & { ratio: number | null } {
  const sums = {
    done: all.reduce((sum, { done }) => sum + done, 0),
    said: all.reduce((sum, { said }) => sum + said, 0),
  }
  return { ...sums, ratio: ratioOf(sums) }
}

type GroupTold = { name: string; milestones: readonly DoneSaid[] }

/** The finding over all groups that a reader sees. `last`: at most so many milestones of each were read. */
export function organisationSentence(groups: readonly GroupTold[], last: number): string {
  const counted = groups.filter(({ milestones }) => milestones.some(({ said }) => said > 0))
  if (counted.length === 0) return 'No milestone with assigned issues is over yet.'
  const { done, said, ratio } = together(counted.flatMap(({ milestones }) => milestones))
  const most = Math.min(last, Math.max(...counted.map(({ milestones }) => milestones.length)))
  const [only] = counted
  const alone = counted.length === 1 && only
  const who = alone ? only.name : `${capital(smallCount(counted.length))} groups`
  const whose = alone ? 'its' : 'their'
  const when = most === 1 ? 'last milestone' : `last ${smallCount(most)} milestones`
  return `${who} kept ${done} of ${said} promises in ${whose} ${when}, ${percentOf(ratio) ?? 0} %.`
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
