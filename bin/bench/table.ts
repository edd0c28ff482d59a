import { ratio, reached, type Measure, type Target, type Unit } from './measure.ts'

/** What one part of the bench found; `errorText` when it could not measure. */
export type Chapter = { title: string; measures: Measure[]; errorText?: string }

const head = ['', 'median', 'p95', 'target', 'floor', 'ratio', '']

/** The report as calm, aligned text. */
export function table(chapters: readonly Chapter[]): string {
  const rows = chapters.map(({ measures }) => measures.map(cells))
  const widths = head.map((title, at) =>
    Math.max(title.length, ...rows.flat().map((row) => row[at]?.length ?? 0)),
  )
  const line = (row: string[]) => row.map((cell, at) => aligned(cell, at, widths[at] ?? 0)).join('  ')
  const body = chapters.flatMap(({ title, errorText }, at) => [
    '',
    title,
    ...(rows[at] ?? []).map((row) => `  ${line(row)}`.trimEnd()),
    ...(errorText === undefined ? [] : [`  could not be measured: ${errorText}`]),
  ])
  return [`  ${line(head)}`.trimEnd(), ...body].join('\n')
}

function cells(measure: Measure): string[] {
  const { name, median, p95, target, floor, unit } = measure
  const [times, good] = [ratio(measure), reached(measure)]
  return [
    name,
    withUnit(median, unit),
    p95 === null ? '' : withUnit(p95, unit),
    target === null ? '' : targetText(target, unit, p95 !== null),
    floor === null ? '' : withUnit(floor, unit),
    times === null ? '' : `${figure(times)}×`,
    good === null ? '' : good ? '✓' : '✗',
  ]
}

function targetText(target: Target, unit: Unit, hasBoth: boolean): string {
  const bound = 'most' in target ? `≤ ${withUnit(target.most, unit)}` : `≥ ${withUnit(target.least, unit)}`
  return hasBoth ? `${target.at} ${bound}` : bound
}

const withUnit = (value: number, unit: Unit) =>
  `${figure(value)}${unit === '' || unit === '/s' ? '' : ' '}${unit}`

/** Three figures say enough: 0.42, 4.2, 42, 4,200. */
function figure(value: number): string {
  const size = Math.abs(value)
  const digits = Number.isInteger(value) || size >= 100 ? 0 : size >= 10 ? 1 : 2
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** The name stands left, numbers stand right. */
const aligned = (cell: string, at: number, width: number) =>
  at === 0 || at === head.length - 1 ? cell.padEnd(width) : cell.padStart(width)
