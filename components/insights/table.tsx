import type { ReactNode } from 'react'

type Props = {
  label: string
  heads: readonly string[]
  /** The first cell heads its row. */
  rows: readonly { id: string; cells: readonly ReactNode[] }[]
}

/** The twin of a chart: all its figures. Long ones scroll within it, on paper they stand there whole. */
export const Table = ({ label, heads, rows }: Props) => (
  <div className="scroll-calm max-h-[340px] overflow-auto print:max-h-none print:overflow-visible">
    <table aria-label={label} className="num w-full text-sm">
      <thead className="text-right text-xs text-ink-3">
        <tr className="border-b border-line">
          {heads.map((head) => (
            <th
              key={head}
              scope="col"
              className="px-2 py-1.5 font-medium first:pl-3.5 first:text-left last:pr-3.5"
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells: [first, ...cells] }) => (
          <tr key={id} className="border-b border-line last:border-b-0">
            <th scope="row" className="py-1.5 pr-2 pl-3.5 text-left font-medium">
              {first}
            </th>
            {cells.map((cell, at) => (
              <td key={heads[at + 1]} className="px-2 py-1.5 text-right whitespace-nowrap last:pr-3.5">
                {cell ?? '–'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    {rows.length === 0 && <p className="px-3.5 py-3 text-ink-2">Nothing to show yet.</p>}
  </div>
)
