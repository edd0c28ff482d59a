import { COLUMNS_OF_FACTS } from '#components/issues/facts/columns.tsx'
import type { ListColumn } from '#lib/contract/issue-lists.ts'
import { isFact } from '#lib/domain/facts/names.ts'
import type { FactName } from '#lib/domain/facts/names.ts'

type Width = {
  /** In which it is read well. */
  least: number
  /** What it takes where there is room. */
  most: number
  /** In which it can still be read, in two lines or in part: where a title needs the room more. */
  tight?: number
}

/** In pixels. */
const WIDTHS: Record<Exclude<ListColumn, 'title' | FactName>, Width> = {
  number: { tight: 48, least: 54, most: 84 },
  state: { least: 62, most: 70 },
  reason: { least: 84, most: 92 },
  type: { least: 94, most: 108 },
  workflow: { tight: 108, least: 160, most: 176 },
  labels: { tight: 90, least: 120, most: 220 },
  milestone: { least: 72, most: 92 },
  epic: { tight: 90, least: 110, most: 180 },
  team: { tight: 90, least: 100, most: 150 },
  weight: { tight: 54, least: 58, most: 72 },
  dri: { tight: 40, least: 46, most: 148 },
  assignees: { least: 84, most: 104 },
  author: { least: 48, most: 148 },
  created: { least: 66, most: 96 },
  updated: { least: 66, most: 96 },
  closed: { least: 66, most: 96 },
}
const CHECK = 42
/** What a line holds before its first words, so that they begin where the title of the page does. */
const EDGE = 14
const LEAST_TITLE = 180
/** Up to here the title is given what other columns can do without, so that most titles are whole in two lines. */
const FAIR_TITLE = 300
/** And up to here what they would take beyond their least. */
const GOOD_TITLE = 400

/** As `grid-template-columns` takes it, and the least width in which nothing falls off; `checks` where lines are selected. */
export function gridOf(columns: readonly ListColumn[], checks: boolean): { template: string; least: number } {
  const others = columns.flatMap((column, at) => {
    if (column === 'title') return []
    const edge = at === 0 && !checks ? EDGE : 0
    const width: Width = isFact(column) ? COLUMNS_OF_FACTS[column].width : WIDTHS[column]
    const { least, most, tight = least } = width
    return [{ column, tight: tight + edge, least: least + edge, most: most + edge }]
  })
  const rest = others.reduce((sum, { tight }) => sum + tight, checks ? CHECK : 0)
  const gives = others.reduce((sum, { tight, least }) => sum + least - tight, 0)
  const fair = `clamp(${LEAST_TITLE}px,100% - ${rest}px,${FAIR_TITLE}px)`
  const title = `minmax(max(${fair},min(100% - ${rest + gives}px,${GOOD_TITLE}px)),1fr)`
  const tracks = columns.map((column) => {
    const other = others.find((one) => one.column === column)
    if (!other) return title
    const { tight, least, most } = other
    if (tight === least) return `minmax(${least}px,${most}px)`
    // Its part of the room that is left once the title has a fair width.
    const part = `${tight}px + (100% - ${rest + FAIR_TITLE}px) * ${((least - tight) / gives).toFixed(3)}`
    return `minmax(clamp(${tight}px,${part},${least}px),${most}px)`
  })
  return {
    template: [...(checks ? [`${CHECK}px`] : []), ...tracks].join(' '),
    least: rest + (columns.includes('title') ? LEAST_TITLE : 0),
  }
}
