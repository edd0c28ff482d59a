import { dayMonth } from '#components/ui/days/days.ts'
import type { Insights } from '#lib/contract/insights.ts'
import { bandTitle, columnTitle, daysText, issues } from '#lib/domain/insights/titles.ts'
import type { Band } from '#lib/domain/insights/flow.ts'
import type { MixedType, Side } from '#lib/domain/insights/mix.ts'
import { MIXED } from '#lib/domain/plan/mix.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

type AgeColumn = Insights['ages']['columns'][number]

/** “#166 Slow model list: 21 days in dev, blocked for 4 days besides, longer than 85 % of earlier issues”. */
export function ageLabel({ column }: AgeColumn, item: AgeColumn['items'][number]): string {
  const blocked =
    column === 'blocked' || item.blockedDays === 0
      ? ''
      : `, blocked for ${daysText(item.blockedDays)} besides`
  const old = item.isOld ? ', longer than 85 % of earlier issues' : ''
  return `#${item.ref} ${item.title}: ${daysText(item.days)} ${where(column)}${blocked}${old}`
}

const where = (column: AgeColumn['column']) =>
  column === 'blocked' ? 'blocked' : `in “${columnTitle(column)}”`

/** “in dev: 5 issues; earlier ones: 50 % took 5 days or less, 85 % 11 days or less”. */
export function columnLabel({ column, items, p50, p85, earlier }: AgeColumn): string {
  const name = `${columnTitle(column)}: ${issues(items.length)}`
  if (p50 === null || p85 === null) return `${name}; small sample, ${earlier} earlier`
  return `${name}; of ${earlier} earlier 50 % took ${daysText(p50)} or less, 85 % ${daysText(p85)} or less`
}

/** “#84 Retry probes: 5 days, 1 day of them blocked, closed 14 Nov”. */
export function cycleLabel({ ref, title, days, blockedDays, closedOn }: Insights['cycle']['points'][number]) {
  const blocked = blockedDays === 0 ? '' : `, ${daysText(blockedDays)} of them blocked`
  return `#${ref} ${title}: ${daysText(days)}${blocked}, closed ${dayMonth(closedOn)}`
}

/** “2 Nov, in dev: 5 issues”. */
export const flowLabel = (day: PlainDate, band: Band, count: number): string =>
  `${dayMonth(day)}, ${bandTitle(band)}: ${issues(count)}`

type MixSide = Insights['mix']['planned']

/** “done, bug: 31 %, weight 40 of 131, 22 issues”. */
export function mixLabel(side: Side, type: MixedType, { mix, parts, weight }: MixSide): string {
  const { weight: own, count } = parts[type]
  return `${side}, ${type}: ${mix?.[type] ?? 0} %, weight ${own} of ${weight}, ${issues(count)}`
}

/** “planned bug 18 %, maintenance 27 %, feature 55 %”. */
export const mixText = (name: string, mix: Insights['mix']['target']): string =>
  `${name} ${mix === null ? 'nothing' : MIXED.map((type) => `${type} ${mix[type]} %`).join(', ')}`

/** “Week of 2 Nov, No type: 4 issues”. */
export const findingLabel = (weekOn: PlainDate, title: string, count: number): string =>
  `Week of ${dayMonth(weekOn)}, ${title}: ${issues(count)}`
