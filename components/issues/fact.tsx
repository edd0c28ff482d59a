'use client'

import type { ReactNode } from 'react'

import { Button } from '#components/ui/button.tsx'
import { MenuButton } from '#components/ui/menu.tsx'
import type { MenuEntry } from '#components/ui/menu-entry.ts'

/** A fact's name and what it is; the value is the button that changes it. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="py-1.5 text-ink-3 pointer-coarse:py-2.5">{name}</dt>
      <dd className="flex min-w-0 flex-wrap items-start py-0.5">{children}</dd>
    </>
  )
}

type PickProps = {
  menu: string
  search?: string
  entries: (typed: string) => MenuEntry[]
  /** Why this reader cannot change it. */
  why: string | undefined
  wrap?: boolean
  children: ReactNode
}

export function Pick({ menu, search, entries, why, wrap, children }: PickProps) {
  const words = (
    <>
      <span className="sr-only">{menu}: </span>
      {children}
    </>
  )
  const width = wrap ? 'flex-initial flex-wrap' : 'flex-initial'
  if (why) {
    return (
      <Button kind="bare" size="fact" disabledReason={why} className={width}>
        {words}
      </Button>
    )
  }
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
      {words}
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
