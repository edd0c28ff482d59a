import { smallCount } from '#lib/kit/small-count.ts'
import { SLIP_REASONS, type SlipReason } from '../closing/reasons.ts'
import type { WorkType } from '../labels.ts'
import { percentOf, type Unit } from './definitions.ts'

/** How far a milestone is: what is said of it is different. `days`: until its start, or left after today. */
export type Phase = { is: 'ahead'; days: number } | { is: 'running'; days: number } | { is: 'over' }

export type Told = {
  title: string
  phase: Phase
  done: number
  said: number
  ratio: number | null
  /** Of the milestones that end with this one, it included; `of` is how many of them have a ratio. */
  rolling: { median: number | null; of: number }
  /** Of each slip; null where none was given. */
  slips: readonly (SlipReason | null)[]
  /** What is counted, where that is not all issues of the group. */
  by?: Unit
  team?: string | undefined
  type?: WorkType | undefined
}

/** The finding of a milestone, with which its page begins. */
export function sentenceOf(told: Told): string {
  const { title, phase, done, said } = told
  if (phase.is === 'ahead') return `${title} starts ${inDays(phase.days)}. ${committed(said)} so far.`
  if (phase.is === 'running')
    return said === 0
      ? `Nothing is assigned in ${title} yet. ${daysLeft(phase.days)}.`
      : `${title} runs: ${done} of ${said} promises kept, ${said - done} not yet. ${daysLeft(phase.days)}.`
  if (said === 0) return `Nothing was assigned in ${title}${ofWhat(told)}, so it has no ratio.`
  const kept = `In ${title} ${told.team ?? 'the group'} kept ${done} of ${said} ${nounOf(told)}, ${percent(told.ratio)}.`
  const rest = [medianText(told.rolling), slipText(told.slips)].filter((part) => part !== null).join('; ')
  return rest === '' ? kept : `${kept} ${rest.charAt(0).toUpperCase()}${rest.slice(1)}.`
}

/** “7 of 10 promises”, “12 of 18 in weight”, of one type or all. */
function nounOf(told: Told): string {
  const noun = told.by === 'weight' ? 'in weight' : told.said === 1 ? 'promise' : 'promises'
  return told.type ? `${noun} of type ${told.type}` : noun
}

const ofWhat = ({ team, type }: Told): string =>
  `${team ? ` to ${team}` : ''}${type ? ` of type ${type}` : ''}`

const percent = (ratio: number | null) => `${percentOf(ratio) ?? 0} %`
const inDays = (days: number) => (days === 1 ? 'tomorrow' : `in ${days} days`)
const daysLeft = (days: number) =>
  days === 0 ? 'Today is its last day' : days === 1 ? '1 day is left' : `${days} days are left`
const committed = (said: number) =>
  said === 0 ? 'Nothing is committed' : `${said} ${said === 1 ? 'issue is' : 'issues are'} committed`

/** The median of one milestone is that milestone: it says nothing more. */
function medianText({ median, of }: Told['rolling']): string | null {
  return median === null || of < 2 ? null : `the ${smallCount(of)}-milestone median is ${percent(median)}`
}

const WHY: Record<SlipReason, { one: string; more: string }> = {
  blocked: both('waited for others'),
  bigger: { one: 'was bigger than estimated', more: 'were bigger than estimated' },
  rfh: { one: 'was pre-empted by an RFH', more: 'were pre-empted by RFHs' },
  time_off: { one: 'was held up by time off', more: 'were held up by time off' },
  scope: both('grew in scope'),
  deprioritised: { one: 'was deprioritised', more: 'were deprioritised' },
  other: both('had another reason'),
}

function both(text: string) {
  return { one: text, more: text }
}

/** The reason of half of the slips or more: “two of the three slips waited for others”. */
function slipText(slips: Told['slips']): string | null {
  const all = slips.length
  if (all === 0) return null
  const counts = SLIP_REASONS.map((reason) => ({
    reason,
    count: slips.filter((one) => one === reason).length,
  }))
  const top = counts.toSorted((a, b) => b.count - a.count)[0]
  if (!top || top.count * 2 < all) return null
  const words = WHY[top.reason]
  if (all === 1) return `the one slip ${words.one}`
  if (top.count === all) return `${all === 2 ? 'both' : `all ${smallCount(all)}`} slips ${words.more}`
  return `${smallCount(top.count)} of the ${smallCount(all)} slips ${top.count === 1 ? words.one : words.more}`
}
