'use client'

import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import type { Ref } from 'react'

import { cx } from '#components/ui/cx.ts'
import { FIELD } from '#components/ui/field.tsx'

import { writeAddress } from './address.ts'

/** What is looked for among lines, from the address; the address follows what is typed, and is behind it by a moment. */
export function useFind() {
  const [find, setFind] = useState(useSearchParams().get('q') ?? '')
  const write = (typed: string) => {
    setFind(typed)
    writeAddress({ q: typed === '' ? null : typed })
  }
  return [find, write] as const
}

type Props = { label: string; value: string; onValue: (typed: string) => void; ref: Ref<HTMLInputElement> }

export const FindField = ({ label, value, onValue, ref }: Props) => (
  <input
    ref={ref}
    type="search"
    aria-label={label}
    placeholder="Find"
    maxLength={100}
    value={value}
    onChange={({ target }) => onValue(target.value)}
    className={cx(FIELD, 'w-44')}
  />
)
