import { cx } from '#components/ui/cx.ts'

/** The pattern of a public holiday, which has to be told from a bar without its colour. */
export const DOTTED =
  'border border-line-strong bg-[radial-gradient(var(--color-ink-2)_0.8px,transparent_1px)] bg-[size:4px_4px] [print-color-adjust:exact]'

/** Half a day: half of it filled. */
export const HALF_AWAY =
  'border border-line-strong bg-[linear-gradient(115deg,var(--color-line-strong)_50%,transparent_51%)] [print-color-adjust:exact]'
export const HALF_OWN =
  'border border-accent bg-[linear-gradient(115deg,var(--color-accent)_50%,transparent_51%)] [print-color-adjust:exact]'

const MARKS = [
  ['away', 'bg-line-strong'],
  ['yours', 'bg-accent'],
  ['half day', HALF_AWAY],
  ['holiday', DOTTED],
  ['cover missing', 'hatch border border-warn bg-surface'],
] as const

/** What the marks of the grid mean. */
export function Legend() {
  return (
    <ul aria-label="Marks" className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-2">
      {MARKS.map(([words, look]) => (
        <li key={words} className="flex items-center gap-1.5">
          <span
            aria-hidden="true"
            className={cx('h-2.5 w-4 rounded-xs print:border [print-color-adjust:exact]', look)}
          />
          {words}
        </li>
      ))}
      <li className="flex items-center gap-1.5">
        <span aria-hidden="true" className="text-[9px]">
          ▲
        </span>
        short notice
      </li>
    </ul>
  )
}
