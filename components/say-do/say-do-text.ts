import { figure } from '#lib/domain/capacity/text.ts'
import type { SayDoItem, SayDoSeries, SeriesMilestone } from '#lib/contract/say-do.ts'
import { slipText } from '#lib/domain/closing/reasons.ts'
import { percentOf } from '#lib/domain/say-do/definitions.ts'
import type { Part } from '#lib/domain/say-do/parts.ts'
import { smallCount } from '#lib/kit/small-count.ts'

export const issues = (count: number): string => `${count} issue${count === 1 ? '' : 's'}`

/** “7 issues, weight 12”. */
export const amounts = ({ count, weight }: { count: number; weight: number }): string =>
  `${issues(count)}, weight ${figure(weight)}`

const NAMES: Record<Part, string> = {
  assigned: 'assigned',
  completed: 'completed',
  addedLater: 'added later',
  reprioritised: 'reprioritised',
  slipped: 'slipped',
}

/** What a part is called; nothing has slipped in a milestone that runs. */
export const partName = (part: Part, runs: boolean): string =>
  part === 'slipped' && runs ? 'not yet completed' : NAMES[part]

/** “19.6, completed: 7 issues, weight 12”; of assigned also how much of it was kept. */
export function partLabel({ milestone, parts, runs, percent }: SeriesMilestone, part: Part): string {
  const kept = percent === null ? 'no ratio' : `${percent} %${runs ? ' so far' : ''}`
  const text = `${milestone.title}, ${partName(part, runs)}: ${amounts(parts[part])}`
  return part === 'assigned' ? `${text} · ${kept}` : text
}

/** What the chart finds, in one sentence: “Six milestones kept 61 of 80 promises, 76 %.” */
export function seriesTitle({ whole, milestones, by }: SayDoSeries): string {
  const over = milestones.filter(({ runs }) => !runs).length
  if (over === 0) return 'Said and done, while the first milestone runs'
  const name = over === 1 ? 'One milestone' : `${capital(smallCount(over))} milestones`
  const percent = percentOf(whole.ratio)
  if (percent === null)
    return `Nothing was assigned in ${over === 1 ? 'one milestone' : `${smallCount(over)} milestones`}`
  const unit = by === 'weight' ? 'in weight' : whole.said === 1 ? 'promise' : 'promises'
  return `${name} kept ${figure(whole.done)} of ${figure(whole.said)} ${unit}, ${percent} %`
}

/** The chart for people who hear it: each milestone with its figures. */
export function seriesSummary(series: SayDoSeries): string {
  const each = series.milestones.map(
    ({ milestone, done, said, percent, runs }) =>
      `${milestone.title} ${figure(done)} of ${figure(said)}${percent === null ? '' : `, ${percent} %`}${runs ? ' so far' : ''}`,
  )
  return `${seriesTitle(series)}. ${each.join('; ')}.`
}

/** “Rolling median of six, 74 %”, “middle half 70 to 78 %”; null where there are too few. */
export function medianTexts({ median, spread }: Pick<SayDoSeries, 'median' | 'spread'>): {
  median: string | null
  spread: string | null
} {
  return {
    median: median === null ? null : `Rolling median of six, ${percentOf(median)} %`,
    spread: spread === null ? null : `middle half ${percentOf(spread.low)} to ${percentOf(spread.high)} %`,
  }
}

/** “Blocked: 7 of 15 slips”, as a sentence. */
export function reasonsTitle({ reasons, milestones }: Pick<SayDoSeries, 'reasons' | 'milestones'>): string {
  const all = reasons.reduce((sum, { count }) => sum + count, 0)
  const first = reasons[0]
  const over = milestones.filter(({ runs }) => !runs).length
  if (!first) return 'Why promises slip'
  if (first.reason === null)
    return `${all} ${all === 1 ? 'slip' : 'slips'} in ${smallCount(over)} ${over === 1 ? 'milestone' : 'milestones'}, without a reason`
  return `${first.title}: ${first.count} of ${all} ${all === 1 ? 'slip' : 'slips'}`
}

/** “Three that slipped”. */
export const slippedTitle = (count: number): string =>
  count === 0 ? 'Nothing slipped' : `${capital(smallCount(count))} that slipped`

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** As much of a title as a column has room for. */
export function shortTitle(title: string, columns: number): string {
  const most = columns > 12 ? 6 : columns > 7 ? 8 : 12
  return title.length > most ? `${title.slice(0, most - 1).trimEnd()}…` : title
}

/** “Blocked, waits for a key”: why an issue slipped, or why it was pushed back; empty for the others. */
export function reasonText({
  outcome,
  reason,
  text,
  pushBack,
}: Pick<SayDoItem, 'outcome' | 'reason' | 'text' | 'pushBack'>): string {
  if (outcome === 'reprioritised') return pushBack ?? ''
  return outcome === 'slipped' ? slipText(reason, text) : ''
}
