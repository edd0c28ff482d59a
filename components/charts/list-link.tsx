'use client'

import { useSearchParams } from 'next/navigation'
import type { MouseEvent, ReactNode } from 'react'

import { cx } from '#components/ui/cx.ts'

import { queryWith, writeAddress } from './address.ts'

type Props = {
  /** The list's name in the address. */
  list: string
  /** What is opened, where the figure alone does not say it. */
  label?: string
  className?: string
  children: ReactNode
}

/** A figure that opens the issues that it counts. */
export function ListLink({ list, label, className, children }: Props) {
  const search = useSearchParams().toString()
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    openList(list)
  }
  return (
    <a
      href={queryWith(search, { list })}
      aria-label={label}
      onClick={open}
      className={cx('tap rounded-xs hover:underline focus-visible:underline', className)}
    >
      {children}
    </a>
  )
}

/** The address names the list that is open; Back closes it. */
export const openList = (list: string): void => writeAddress({ list }, { isStep: true })
export const closeList = (): void => writeAddress({ list: null })
