import type { ReactNode } from 'react'

import { cx } from './cx.ts'

type Props = { checked: boolean | 'mixed'; label: string; onPress: (range: boolean) => void }

/** Selects a line; `range` is a press with Shift. */
export function Check({ checked, label, onPress }: Props) {
  return (
    <label className="tap z-[1] grid size-6 place-items-center">
      <input
        type="checkbox"
        aria-label={label}
        checked={checked === true}
        ref={(input) => void (input && Object.assign(input, { indeterminate: checked === 'mixed' }))}
        onChange={({ nativeEvent }) => onPress(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
        // the keys of the list go on working after a press of the pointer: they are silent in fields
        onClick={(event) => event.detail > 0 && event.currentTarget.blur()}
        className="size-4 accent-accent"
      />
    </label>
  )
}

type FieldProps = {
  checked: boolean
  disabled?: boolean
  className?: string
  onCheck: (checked: boolean) => void
  children: ReactNode
}

/** Yes or no, with its words at the right. */
export const CheckField = ({ checked, disabled, className, onCheck, children }: FieldProps) => (
  <label className={cx('flex min-h-6 items-start gap-2 py-0.5 pointer-coarse:py-3', className)}>
    <input
      type="checkbox"
      className="mt-0.5 size-4 flex-none accent-accent"
      checked={checked}
      disabled={disabled}
      onChange={(event) => onCheck(event.target.checked)}
    />
    <span className="min-w-0 text-pretty">{children}</span>
  </label>
)
