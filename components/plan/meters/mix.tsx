import { figure } from '#lib/domain/capacity/text.ts'
import { cx } from '#components/ui/cx.ts'

/** A type of work: its part of the picked weight, and the part that the group aims at; in percent, null without a target. */
export type Part = { type: MixType; weight: number; share: number; target: number | null }
export type MixType = 'bug' | 'maintenance' | 'feature'

const COLOURS: Record<MixType, string> = {
  bug: 'bg-bug',
  maintenance: 'bg-maintenance',
  feature: 'bg-feature',
}

/** How the picks divide over the types of work, beside what the group aims at. The table says what the bar shows. */
export function Mix({ of, parts }: { of: 'picks' | 'candidates'; parts: readonly Part[] }) {
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0)
  return (
    <div className="num border-t border-line px-3.5 py-1.5 text-2xs text-ink-2">
      <div aria-hidden="true" className="flex flex-wrap items-center gap-x-3.5 gap-y-0.5">
        <span>Mix of {of}</span>
        <span className="flex h-2 w-28 flex-none gap-px overflow-hidden rounded-full bg-line print:border">
          {parts.map(({ type, weight }) => (
            <i
              key={type}
              className={cx('h-full [print-color-adjust:exact]', COLOURS[type])}
              style={{ width: `${whole === 0 ? 0 : (weight / whole) * 100}%` }}
            />
          ))}
        </span>
        {parts.map(({ type, share, target }) => (
          <span key={type} className="inline-flex items-center gap-1">
            <i className={cx('size-[7px] rounded-[2px]', COLOURS[type])} />
            {type}
            <b className="font-semibold text-ink">{share} %</b>
            {target !== null && <span className="text-ink-3">target {target}</span>}
          </span>
        ))}
      </div>
      <table className="sr-only">
        <caption>Mix of {of} by type of work</caption>
        <thead>
          <tr>
            <th scope="col">Type</th>
            <th scope="col">Weight</th>
            <th scope="col">Part</th>
            <th scope="col">Target</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ type, weight, share, target }) => (
            <tr key={type}>
              <th scope="row">{type}</th>
              <td>{figure(weight)}</td>
              <td>{share} %</td>
              <td>{target === null ? 'none' : `${target} %`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
