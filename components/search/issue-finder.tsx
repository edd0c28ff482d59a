'use client'

import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { RefObject } from 'react'

import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { isComposing } from '#components/ui/keys/is-composing.ts'
import { listIssues } from '#lib/contract/issues.ts'
import type { Card } from '#lib/contract/issues.ts'
import { reading } from '#lib/http/query.ts'

type Props = {
  group: string
  label: string
  /** The issue that is asked about, which is never the answer. */
  except: number
  /** The word on the button of what was found. */
  buttonLabel: string
  onFind: (card: Card) => void
  /** Where the words are typed, for a dialog that leads there first. */
  field?: RefObject<HTMLInputElement | null>
}

const SHOWN = 6

/** Finds another issue by its number or by words; Enter takes the first. */
export function IssueFinder({ group, label, except, buttonLabel, onFind, field }: Props) {
  const [query, setQuery] = useState('')
  const asked = useDeferredValue(query.trim())
  const q = /^\d+$/.test(asked) ? `#${asked}` : asked
  const { data, isFetching } = useQuery({
    ...reading(listIssues, { group, q, limit: SHOWN + 1 }),
    enabled: q !== '',
    placeholderData: (before) => before,
  })
  const found = q === '' ? [] : (data?.items ?? []).filter(({ ref }) => ref !== except).slice(0, SHOWN)
  return (
    <div className="flex flex-col gap-2">
      <TextField
        {...(field ? { ref: field } : {})}
        label={label}
        type="search"
        placeholder="Number or title"
        value={query}
        maxLength={200}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return
          event.preventDefault()
          if (found[0] && !isFetching && asked === query.trim()) onFind(found[0])
        }}
      />
      <output className="sr-only">{q === '' || isFetching ? '' : `${found.length} found`}</output>
      <ul aria-label="Found" className="flex flex-col">
        {found.map((card) => (
          <li key={card.ref} className="flex items-center gap-2 py-0.5">
            <span className="num w-10 flex-none text-ink-3">#{card.ref}</span>
            <span dir="auto" className="min-w-0 flex-1 truncate">
              {card.title}
            </span>
            {card.state === 'closed' && <span className="text-xs text-ink-3">closed</span>}
            <Button size="sm" aria-label={`${buttonLabel} #${card.ref}`} onClick={() => onFind(card)}>
              {buttonLabel}
            </Button>
          </li>
        ))}
      </ul>
      {q !== '' && !isFetching && found.length === 0 && <p className="text-ink-3">No results.</p>}
    </div>
  )
}
