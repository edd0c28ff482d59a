type Props = {
  label: string
  heads: readonly string[]
  rows: readonly (readonly [string, ...(string | number)[]])[]
}

/** Rows of figures: the first cell says what of. On a phone each row is a card, in which every figure has its name. */
export const FiguresTable = ({ label, heads, rows }: Props) => (
  <table aria-label={label} className="num w-full text-sm max-sm:block">
    <thead className="text-left text-xs text-ink-3 max-sm:sr-only">
      <tr className="border-b border-line">
        {heads.map((head, at) => (
          <th
            key={head}
            scope="col"
            className={`px-2 py-1.5 font-medium first:pl-3.5 last:pr-3.5 ${at === 0 ? '' : 'text-right'}`}
          >
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody className="max-sm:block">
      {rows.map(([name, ...figures]) => (
        <tr
          key={name}
          className="border-b border-line last:border-b-0 max-sm:grid max-sm:grid-cols-2 max-sm:gap-x-6 max-sm:px-3.5 max-sm:py-2"
        >
          <th
            scope="row"
            className="py-1.5 pr-2 pl-3.5 text-left font-medium whitespace-nowrap max-sm:col-span-2 max-sm:p-0"
          >
            <bdi>{name}</bdi>
          </th>
          {figures.map((figure, at) => (
            <td
              key={heads[at + 1]}
              data-head={heads[at + 1]}
              className="px-2 py-1.5 text-right whitespace-nowrap last:pr-3.5 max-sm:flex max-sm:justify-between max-sm:p-0 max-sm:before:text-ink-3 max-sm:before:content-[attr(data-head)] max-sm:last:pr-0"
            >
              {figure}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
