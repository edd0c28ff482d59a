import type { InputOf } from '#lib/contract/endpoint.ts'
import { COLUMNS } from '#lib/contract/issue-lists.ts'
import type { exportIssues as endpoint, ListColumn, ListRow } from '#lib/contract/issue-lists.ts'
import { stateOf, typeOf } from '#lib/domain/labels.ts'
import { Failure } from '#lib/kit/failure.ts'
import { CSV_MARK, csvLine } from '#lib/kit/csv.ts'
import type { Ctx } from '../context.ts'
import { lookupsOf } from './lookups.ts'
import { entriesOf, rowsOf } from './issue-lists.ts'
import { milestonesOf } from './milestones.ts'

const AT_ONCE = 500
const USUAL: readonly ListColumn[] = COLUMNS.filter((column) => column !== 'confidential')

type CsvNames = Awaited<ReturnType<typeof lookupsOf>> & { milestones: { slug: string; title: string }[] }

/**
 * The issues of a list as CSV, a piece of some hundred lines at a time: whatever its length, little of it is ever in
 * memory. The head and the order are known before the first byte leaves, so that a wrong request is still refused.
 */
export async function issuesCsv(
  ctx: Ctx,
  input: InputOf<typeof endpoint>,
): Promise<ReadableStream<Uint8Array>> {
  const columns = columnsOf(input.columns)
  const [entries, dictionary, milestones] = await Promise.all([
    entriesOf(ctx, input),
    lookupsOf(ctx),
    milestonesOf(ctx),
  ])
  const known = { ...dictionary, milestones }
  const refs = entries.map(({ ref }) => ref)
  const utf8 = new TextEncoder()
  let at = 0
  return new ReadableStream({
    start(body) {
      body.enqueue(utf8.encode(CSV_MARK + csvLine(columns)))
    },
    async pull(body) {
      if (at >= refs.length) return body.close()
      const rows = await rowsOf(ctx, refs.slice(at, at + AT_ONCE))
      at += AT_ONCE
      body.enqueue(
        utf8.encode(rows.map((row) => csvLine(columns.map((column) => cellOf(row, column, known)))).join('')),
      )
    },
  })
}

function columnsOf(wished: string | undefined): readonly ListColumn[] {
  if (wished === undefined) return USUAL
  return wished.split(',').map((name) => {
    const column = COLUMNS.find((one) => one === name)
    if (column) return column
    throw new Failure('invalid', `columns: Unknown column “${name}”.`, {
      fields: [{ field: 'columns', because: `Unknown column “${name}”. Columns: ${COLUMNS.join(', ')}.` }],
    })
  })
}

const factCell = (value: string | boolean | null): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : (value ?? '')

function cellOf(row: ListRow, column: ListColumn, known: CsvNames): string {
  const labels = () => row.labelIds.flatMap((id) => known.labels.find((label) => label.id === id) ?? [])
  const name = (handle: string | null) =>
    known.people.find((person) => person.handle === handle)?.name ?? handle ?? ''
  switch (column) {
    case 'number':
      return String(row.ref)
    case 'title':
      return row.title
    case 'state':
      return row.state
    case 'reason':
      return row.closeReason ?? ''
    case 'type':
      return typeOf(labels()) ?? ''
    case 'workflow':
      return stateOf(labels()) ?? ''
    case 'labels':
      return labels()
        .map(({ title }) => title)
        .join(', ')
    case 'milestone':
      return known.milestones.find(({ slug }) => slug === row.milestone)?.title ?? ''
    case 'epic':
      return known.epics.find(({ number }) => number === row.epic)?.title ?? ''
    case 'team':
      return known.teams.find(({ slug }) => slug === row.team)?.name ?? ''
    case 'weight':
      return row.weight === null ? '' : String(row.weight)
    case 'dri':
      return name(row.dri)
    case 'assignees':
      return row.assignees.map(name).join(', ')
    case 'author':
      return name(row.author)
    case 'created':
      return row.createdAt
    case 'updated':
      return row.updatedAt
    case 'closed':
      return row.closedAt ?? ''
    default:
      return factCell(row[column])
  }
}
