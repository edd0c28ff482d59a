import { cx } from '#components/ui/cx.ts'

type Props<T extends string> = {
  label: string
  options: readonly { value: T; text: string }[]
  value: T
  onValue: (value: T) => void
}

/** One of few ways to look at something, side by side. */
export const Switch = <T extends string>({ label, options, value, onValue }: Props<T>) => (
  <fieldset aria-label={label} className="flex rounded-sm border border-line bg-sunken p-0.5 no-print">
    {options.map((one) => (
      <button
        key={one.value}
        type="button"
        aria-pressed={one.value === value}
        onClick={() => onValue(one.value)}
        className={cx(
          'tap rounded-xs px-2.5 py-0.5 text-xs font-medium',
          one.value === value ? 'bg-surface text-ink shadow-card' : 'text-ink-2 hover:text-ink',
        )}
      >
        {one.text}
      </button>
    ))}
  </fieldset>
)
