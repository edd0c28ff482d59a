'use client'

import { useId } from 'react'
import type { ComponentPropsWithRef, MouseEvent } from 'react'

import { cx } from './cx.ts'

const KINDS = {
  plain: 'border-line bg-surface font-medium text-ink shadow-card hover:bg-hover',
  primary: 'border-accent bg-accent text-on-accent font-semibold hover:brightness-110',
  quiet: 'border-transparent font-medium text-ink-2 hover:bg-hover hover:text-ink',
  danger: 'border-bad bg-surface font-medium text-bad hover:bg-bad-soft',
  /** Looks like the text it stands in until it is pointed at. */
  bare: 'border-transparent text-ink hover:bg-hover',
}
const SIZES = {
  md: 'min-h-[30px] px-2.5 py-1 pointer-coarse:min-h-[36px]',
  sm: 'min-h-6 px-2 py-px text-xs',
  icon: 'size-[30px] justify-center',
  'icon-sm': 'size-6 justify-center',
  title: 'min-h-8 px-1.5 text-lg font-semibold',
  fact: 'min-h-7 max-w-full min-w-0 justify-start px-2 py-0.5 text-left text-sm pointer-coarse:min-h-9',
}

export type ButtonProps = ComponentPropsWithRef<'button'> & {
  kind?: keyof typeof KINDS
  size?: keyof typeof SIZES
  /** Why it cannot be pressed now, in words; the button stays reachable so that the words can be read. */
  disabledReason?: string | null | undefined
  tip?: string
}

export function Button({ kind = 'plain', size = 'md', disabledReason, tip, ...props }: ButtonProps) {
  const { className, children, onClick, type = 'button', ...rest } = props
  const reasonId = useId()
  const press = disabledReason ? (event: MouseEvent) => event.preventDefault() : onClick
  return (
    <button
      {...rest}
      type={type}
      onClick={press}
      aria-disabled={disabledReason ? true : undefined}
      aria-describedby={disabledReason ? reasonId : rest['aria-describedby']}
      data-tip={disabledReason ?? tip}
      className={cx(
        'tap inline-flex flex-none items-center gap-1.5 rounded-sm border whitespace-nowrap transition-colors duration-75',
        KINDS[kind],
        SIZES[size],
        'aria-disabled:opacity-60 aria-disabled:hover:brightness-100',
        className,
      )}
    >
      {children}
      {disabledReason && (
        <span id={reasonId} hidden>
          {disabledReason}
        </span>
      )}
    </button>
  )
}
