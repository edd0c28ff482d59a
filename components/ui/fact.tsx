'use client'

import type { ReactNode } from 'react'

import { Button } from './button.tsx'
import { cx } from './cx.ts'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'

type FactProps = {
  name: string
  /** The value is a button that says the name itself, so that it is clear wherever it is reached: the name is heard there. */
  isNamed?: boolean
  children: ReactNode
}

/** A fact's name and what it is; the value is the button that changes it. */
export function Fact({ name, isNamed = false, children }: FactProps) {
  return (
    <>
      <dt aria-hidden={isNamed || undefined} className="py-1.5 text-ink-3 pointer-coarse:py-2.5">
        {name}
      </dt>
      <dd className="flex min-w-0 flex-wrap items-start py-0.5">{children}</dd>
    </>
  )
}

/** A value that its reader never changes, on the same line as one that is a button. */
export function FactText({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <span
      className={cx(
        'inline-flex min-h-7 max-w-full min-w-0 items-center gap-1.5 px-2 py-0.5 text-sm pointer-coarse:min-h-9',
        className,
      )}
    >
      {children}
    </span>
  )
}

type PressProps = {
  name: string
  mayChange: boolean
  onAhead?: () => void
  onPress: () => void
  children: ReactNode
}

/** A value in words that a press asks for anew. */
export function Press({ name, mayChange, onAhead, onPress, children }: PressProps) {
  if (!mayChange) return <FactText className="wrap-anywhere">{children}</FactText>
  return (
    <Button
      kind="bare"
      size="fact"
      className="shrink whitespace-normal"
      data-fact={name}
      onPointerEnter={onAhead}
      onClick={onPress}
    >
      <span className="sr-only">{name}: </span>
      {children}
    </Button>
  )
}

type PickProps = {
  menu: string
  search?: string
  entries: (typed: string) => MenuEntry[]
  /** False for those who only read it: they see its value as text. */
  mayChange: boolean
  wrap?: boolean
  children: ReactNode
}

export function Pick({ menu, search, entries, mayChange, wrap, children }: PickProps) {
  const width = wrap ? 'shrink flex-wrap' : 'shrink'
  if (!mayChange) return <FactText className={width}>{children}</FactText>
  return (
    <MenuButton
      kind="bare"
      size="fact"
      menuLabel={menu}
      data-fact={menu}
      entries={entries}
      {...(search ? { search } : {})}
      className={width}
    >
      <span className="sr-only">{menu}: </span>
      {children}
    </MenuButton>
  )
}

/**
 * Goes to a fact of the issue that is open and opens what changes it, as a press on it would; or into its field. Answers
 * whether the fact is on this page.
 */
export function openFact(name: string): boolean {
  const fact = document.querySelector<HTMLElement>(`main [data-fact="${name}"]`)
  const field = fact?.querySelector<HTMLElement>('textarea')
  if (field) field.focus()
  else {
    fact?.focus()
    fact?.click()
  }
  return fact !== null
}
