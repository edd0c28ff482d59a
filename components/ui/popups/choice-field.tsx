'use client'

import { Select } from '@base-ui/react/select'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'

import { cx } from '#components/ui/cx.ts'
import { FIELD } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useAwaitedFocus } from './awaited-focus.ts'

export type Choice = {
  value: string
  label: string
  /** Stands at the right: a state, a date. */
  hint?: string
  icon?: ReactNode
}
/** Choices under a heading; the first part may go without. */
export type ChoicePart = { heading: string; choices: readonly Choice[] }

type Props = {
  label: string
  /** What is said instead of a label that stands in a row of its kind. */
  spoken?: string
  labelHidden?: boolean
  hint?: string
  value: string
  choices: readonly Choice[]
  parts?: readonly ChoicePart[]
  /** In a dense line. */
  small?: boolean
  onValue: (value: string) => void
}

const SMALL =
  'flex items-center rounded-xs border border-control bg-surface px-1.5 py-0.5 text-left text-xs min-h-6 pointer-coarse:min-h-9'

/** One of several: looks like the other fields, and each choice can have an icon and a hint. */
export function ChoiceField({ label, spoken, labelHidden, hint, small, value, onValue, ...given }: Props) {
  const { choices, parts = [] } = given
  const [field, setField] = useState<HTMLElement | null>(null)
  const [isOpen, setOpen] = useState(false)
  const popup = useAwaitedFocus(() => setOpen(false), isOpen)
  const id = useId()
  const all = [...choices, ...parts.flatMap((part) => part.choices)]
  const chosen = all.find((choice) => choice.value === value)
  return (
    <div ref={setField} className="flex min-w-0 flex-col gap-1">
      {!labelHidden && (
        <span dir="auto" id={`${id}-label`} className="font-medium">
          {label}
        </span>
      )}
      <Select.Root
        value={value}
        items={all}
        modal={false}
        open={isOpen}
        onOpenChange={setOpen}
        onValueChange={(next) => next !== null && onValue(next)}
      >
        <Select.Trigger
          aria-label={spoken ?? (labelHidden ? label : undefined)}
          aria-labelledby={spoken || labelHidden ? undefined : `${id}-label`}
          aria-describedby={hint ? `${id}-hint` : undefined}
          className={cx(small ? SMALL : cx(FIELD, 'flex items-center text-left'), 'gap-1.5 cursor-pointer')}
        >
          {chosen?.icon}
          <span
            dir="auto"
            className={cx('min-w-0 flex-1 truncate', (chosen?.value ?? '') === '' && 'text-ink-2')}
          >
            {chosen?.label ?? ''}
          </span>
          <Icon name="chevron" className="size-3.5 text-ink-3" />
        </Select.Trigger>
        <Select.Portal container={field?.closest<HTMLElement>('[role="dialog"], main') ?? null}>
          <Select.Positioner
            align="start"
            sideOffset={4}
            alignItemWithTrigger={false}
            positionMethod="fixed"
            className="z-50 outline-none"
          >
            <Select.Popup
              ref={popup}
              className="scroll-calm max-h-[min(22rem,var(--available-height))] max-w-[min(24rem,calc(100vw-1rem))] min-w-(--anchor-width) overflow-y-auto rounded-lg border border-line-strong bg-surface p-1 text-sm shadow-float outline-none"
            >
              {choices.map((choice) => (
                <Item key={choice.value} {...choice} />
              ))}
              {parts.map(({ heading, choices: held }) => (
                <Select.Group key={heading}>
                  <Select.GroupLabel className="px-2 pt-2 pb-1 text-2xs font-medium text-ink-3">
                    {heading}
                  </Select.GroupLabel>
                  {held.map((choice) => (
                    <Item key={choice.value} {...choice} />
                  ))}
                </Select.Group>
              ))}
            </Select.Popup>
          </Select.Positioner>
        </Select.Portal>
      </Select.Root>
      {hint && (
        <span id={`${id}-hint`} className="text-xs text-ink-3">
          {hint}
        </span>
      )}
    </div>
  )
}

function Item({ value, label, hint, icon }: Choice) {
  return (
    <Select.Item
      value={value}
      label={label}
      className="flex min-h-[30px] cursor-default items-center gap-2 rounded-xs px-2 py-1 outline-none select-none data-highlighted:bg-hover pointer-coarse:min-h-11"
    >
      {icon}
      <Select.ItemText dir="auto" className="min-w-0 flex-1 truncate">
        {label}
      </Select.ItemText>
      {hint && <span className="num flex-none text-xs text-ink-3">{hint}</span>}
      <Select.ItemIndicator className="flex-none">
        <Icon name="check" className="size-3.5" />
      </Select.ItemIndicator>
    </Select.Item>
  )
}
