import type { Insights, InsightTable } from '#lib/contract/insights.ts'
import { bandTitle, columnTitle } from '#lib/domain/insights/titles.ts'
import { MIXED } from '#lib/domain/plan/mix.ts'
import { type CsvColumn, csvFile } from '#lib/kit/csv.ts'

type Age = Insights['ages']['columns'][number]
type AgeLine = Omit<Age, 'items'> & Age['items'][number]

const AGES: readonly CsvColumn<AgeLine>[] = [
  ['column', ({ column }) => columnTitle(column)],
  ['number', ({ ref }) => ref],
  ['title', ({ title }) => title],
  ['days in the column', ({ days }) => days],
  ['days blocked', ({ blockedDays }) => blockedDays],
  ['earlier issues', ({ earlier }) => earlier],
  ['50 % of earlier', ({ p50 }) => p50],
  ['85 % of earlier', ({ p85 }) => p85],
  ['older than 85 %', ({ p85, isOld }) => (p85 === null ? null : isOld ? 'yes' : 'no')],
]

const CYCLE: readonly CsvColumn<Insights['cycle']['points'][number]>[] = [
  ['number', ({ ref }) => ref],
  ['title', ({ title }) => title],
  ['closed', ({ closedOn }) => closedOn],
  ['days', ({ days }) => days],
  ['days blocked', ({ blockedDays }) => blockedDays],
]

type MixLine = { milestone: string; side: string } & Insights['mix']['planned']

const MIX: readonly CsvColumn<MixLine>[] = [
  ['milestone', ({ milestone }) => milestone],
  ['what', ({ side }) => side],
  ...MIXED.flatMap((type): CsvColumn<MixLine>[] => [
    [`${type} %`, ({ mix }) => mix?.[type] ?? null],
    [`${type} weight`, ({ parts }) => parts[type].weight],
    [`${type} issues`, ({ parts }) => parts[type].count],
  ]),
  ['weight', ({ weight }) => weight],
  ['left out', ({ leftOut }) => leftOut],
]

/** The table of a chart, line by line as it stands on the page. */
export function insightsCsv(table: InsightTable, { ages, cycle, flow, mix, findings }: Insights): string {
  switch (table) {
    case 'ages':
      return csvFile(
        AGES,
        ages.columns.flatMap(({ items, ...column }) => items.map((item) => ({ ...column, ...item }))),
      )
    case 'cycle':
      return csvFile(CYCLE, cycle.points)
    case 'flow':
      return csvFile<Insights['flow']['days'][number]>(
        [
          ['day', ({ day }) => day],
          ...flow.bands.map((band, at): CsvColumn<Insights['flow']['days'][number]> => [
            bandTitle(band),
            ({ counts }) => counts[at] ?? null,
          ]),
        ],
        flow.days,
      )
    case 'mix':
      return csvFile(MIX, mixLines(mix))
    case 'findings':
      return csvFile<number>(
        [
          ['week of', (at) => findings.weeks[at]?.weekOn ?? null],
          ...findings.rows.map(({ title, issues }): CsvColumn<number> => [title, (at) => issues[at] ?? null]),
          ['all findings', (at) => findings.weeks[at]?.findings ?? null],
        ],
        findings.weeks.map((_, at) => at),
      )
  }
}

const mixLines = ({ planned, done, milestones }: Insights['mix']): MixLine[] => [
  ...milestones.flatMap((one): MixLine[] => [
    { milestone: one.title, side: 'planned', ...one.planned },
    { milestone: one.title, side: 'done', ...one.done },
  ]),
  { milestone: 'all', side: 'planned', ...planned },
  { milestone: 'all', side: 'done', ...done },
]
