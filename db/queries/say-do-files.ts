import type {
  MilestoneSayDo,
  SayDoItem,
  SayDoOrganisation,
  SayDoSeries,
  SeriesMilestone,
} from '#lib/contract/say-do.ts'
import { slipReasonTitle } from '#lib/domain/closing/reasons.ts'
import { PARTS } from '#lib/domain/say-do/parts.ts'
import { cellOf, type CsvColumn as Column, csvFile } from '#lib/kit/csv.ts'
import { type Column as Head, plain, table } from '#lib/kit/markdown/table.ts'

const yesNo = (value: boolean) => (value ? 'yes' : 'no')

const ITEM: readonly Column<SayDoItem>[] = [
  ['number', ({ ref }) => ref],
  ['title', ({ title }) => title],
  ['outcome', ({ outcome }) => outcome],
  ['weight', ({ weight }) => weight],
  ['first weight', ({ firstWeight }) => firstWeight],
  ['team', ({ team }) => team?.name ?? null],
  ['type', ({ type }) => type],
  ['at start', ({ atStart }) => yesNo(atStart)],
  ['entered', ({ enteredAt }) => enteredAt],
  ['closed', ({ closedAt }) => closedAt],
  ['slip reason', ({ reason }) => reason && slipReasonTitle(reason)],
  ['slip text', ({ text }) => text],
  ['push-back', ({ pushBack }) => pushBack],
  ['slips', ({ slips }) => slips],
  ['destination', ({ destination }) => destination && (destination.title ?? 'none')],
]

/** A line for each issue that the reader may see. */
export const sayDoCsv = ({ items }: MilestoneSayDo): string => csvFile(ITEM, items)

const percent = (ratio: number | null) => (ratio === null ? null : `${Math.round(ratio * 100)} %`)

const HEADS = {
  assigned: 'assigned',
  completed: 'completed',
  addedLater: 'added later',
  reprioritised: 'reprioritised',
  slipped: 'slipped',
} as const

const DAYS: readonly Column<SeriesMilestone>[] = [
  ['milestone', ({ milestone }) => milestone.title],
  ['start', ({ milestone }) => milestone.startOn],
  ['due', ({ milestone }) => milestone.dueOn],
  ['state', ({ runs, frozenAt }) => (runs ? 'running' : frozenAt === null ? 'over' : 'frozen')],
]
const TITLE: Column<SeriesMilestone> = [
  'milestone',
  ({ milestone, runs }) => (runs ? `${milestone.title}, running` : milestone.title),
]
const COUNTS = PARTS.map((name): Column<SeriesMilestone> => [HEADS[name], ({ parts }) => parts[name].count])
const WEIGHTS = PARTS.map((name): Column<SeriesMilestone> => [
  `${HEADS[name]} weight`,
  ({ parts }) => parts[name].weight,
])
const RATIOS: readonly Column<SeriesMilestone>[] = [
  ['Say/Do', ({ ratio }) => percent(ratio)],
  ['median of six', ({ median }) => percent(median)],
  ['middle half', ({ spread }) => spread && `${percent(spread.low)} – ${percent(spread.high)}`],
]

/** A line for each milestone, the oldest first. */
export const seriesCsv = ({ milestones }: SayDoSeries): string =>
  csvFile([...DAYS, ...COUNTS, ...WEIGHTS, ...RATIOS], milestones)

const REASONS: readonly Head[] = ['Reason', ['Issues', 'right'], ['Weight', 'right']]

/** The sentence, a table of the milestones, and why issues slipped. */
export function seriesMarkdown({ sentence, milestones, reasons, by }: SayDoSeries): string {
  const columns = [TITLE, ...(by === 'weight' ? WEIGHTS : COUNTS), ...RATIOS]
  const slipped = reasons.map(({ title, count, weight }) => [title, String(count), String(weight)])
  return [
    '# Say/Do',
    plain(sentence),
    table(
      columns.map(([head], at): Head => (at === 0 ? head : [head, 'right'])),
      milestones.map((one) => columns.map((column) => plain(cellOf(one, column)))),
    ),
    ...(slipped.length === 0 ? [] : ['## Why issues slipped', table(REASONS, slipped)]),
    '',
  ].join('\n\n')
}

type Line = { group: string } & SayDoOrganisation['groups'][number]['milestones'][number]

const LINES: readonly Column<Line>[] = [
  ['group', ({ group }) => group],
  ['milestone', ({ title }) => title],
  ['due', ({ dueOn }) => dueOn],
  ['completed', ({ done }) => done],
  ['assigned', ({ said }) => said],
  ['Say/Do', ({ ratio }) => percent(ratio)],
]

/** A line for each milestone of a group, the latest of each group first. */
export const organisationCsv = ({ groups }: SayDoOrganisation): string =>
  csvFile(
    LINES,
    groups.flatMap(({ name, milestones }) => milestones.map((one) => ({ group: name, ...one }))),
  )
