import type { DrivenLine } from '#lib/contract/drift.ts'
import { confidenceText } from '#lib/domain/confidence.ts'
import { drivenSign, DRIVEN_TITLES } from '#lib/domain/dri-table.ts'
import { unclaimedText } from '#lib/domain/unclaimed.ts'
import { stateTitle } from '#lib/domain/workflow.ts'
import { csvFile, type CsvColumn } from '#lib/kit/csv.ts'
import { epicLink, issueLink } from '#lib/kit/links.ts'
import { isolated } from '#lib/kit/visible.ts'
import { plain, table } from '#lib/kit/markdown/table.ts'

/** Where a line leads. */
export const drivenLink = (group: string, { kind, ref }: Pick<DrivenLine, 'kind' | 'ref'>): string =>
  kind === 'issue' ? issueLink(group, ref) : epicLink(group, ref)

/** All that asks for attention, in sentences. */
export const attentionOf = ({ drifts, unclaimed, offeredTo, dri, hand }: DrivenLine): string[] => [
  ...(hand ? [handText(hand)] : []),
  ...drifts.map(({ because }) => because),
  ...(unclaimed ? [`No volunteer: ${unclaimedText(unclaimed)}`] : []),
  ...(offeredTo && dri
    ? [`Waits for ${offeredTo.name} to accept; until then ${dri.name} stays accountable.`]
    : []),
]

const handText = ({ by, ask, helper }: NonNullable<DrivenLine['hand']>): string =>
  `${isolated(by.name)} raised a hand: ${isolated(ask)}${helper ? ` (${isolated(helper.name)} helps)` : ''}`

const dayOf = (instant: string | null) => instant?.slice(0, 10) ?? ''

const COLUMNS: CsvColumn<DrivenLine>[] = [
  ['Kind', ({ kind }) => DRIVEN_TITLES[kind]],
  ['Number', drivenSign],
  ['Title', ({ title }) => title],
  ['State', ({ state }) => state && stateTitle(state)],
  ['Weight', ({ weight }) => weight],
  ['DRI', ({ dri }) => dri && dri.name],
  ['Since', ({ since }) => dayOf(since)],
  ['Last update', ({ updatedOn }) => updatedOn],
  ['Confidence', ({ confidence }) => confidence && confidenceText(confidence)],
  ['Attention', (line) => attentionOf(line).join(' ')],
]

export const drisCsv = (lines: readonly DrivenLine[]): string => csvFile(COLUMNS, lines)

/** A table in Markdown whose titles lead back here. */
export function drisMarkdown(lines: readonly DrivenLine[], { group, origin }: Where): string {
  const rows = lines.map((line) => [
    `[${plain(`${line.title} (${drivenSign(line)})`)}](${origin}${drivenLink(group, line)})`,
    line.dri ? `@${line.dri.handle}` : 'none',
    dayOf(line.since),
    line.updatedOn ?? '',
    line.confidence ? confidenceText(line.confidence) : '',
    plain(attentionOf(line).join(' ')),
  ])
  return `${table(['Work', 'DRI', 'Since', 'Last update', 'Confidence', 'Attention'], rows)}\n`
}

type Where = { group: string; origin: string }
