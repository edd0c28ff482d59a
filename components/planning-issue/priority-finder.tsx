'use client'

import { useState } from 'react'

import { useFound } from '#components/search/use-found.ts'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { isComposing } from '#components/ui/keys/is-composing.ts'

export type FoundWork = { kind: 'issue' | 'epic'; number: number; title: string }

const SHOWN = 6

/** Finds an issue or an epic by its number or by words; Enter takes the first. */
export function PriorityFinder({ group, onFind }: { group: string; onFind: (work: FoundWork) => void }) {
  const [typed, setTyped] = useState('')
  const { items, waiting } = useFound(group, typed, SHOWN, ['issue', 'epic'])
  const found = items.flatMap(({ kind, key, title }): FoundWork[] =>
    kind === 'issue' || kind === 'epic' ? [{ kind, number: Number(key), title }] : [],
  )
  const take = (work: FoundWork) => {
    onFind(work)
    setTyped('')
  }
  return (
    <div className="flex flex-col gap-1">
      <TextField
        label="Add an issue or an epic"
        type="search"
        placeholder="Number or title"
        value={typed}
        maxLength={200}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || isComposing(event.nativeEvent)) return
          // with Ctrl or ⌘ it saves the whole list
          if (event.ctrlKey || event.metaKey) return
          event.preventDefault()
          if (found[0] && !waiting) take(found[0])
        }}
      />
      <output className="sr-only">{typed.trim() === '' || waiting ? '' : `${found.length} found`}</output>
      <ul aria-label="Found" className="flex flex-col">
        {found.map((work) => (
          <li key={`${work.kind} ${work.number}`} className="flex items-center gap-2 py-0.5">
            <span className="num w-10 flex-none text-ink-3">{markOf(work)}</span>
            <span dir="auto" className="min-w-0 flex-1 truncate">
              {work.title}
            </span>
            <Button size="sm" aria-label={`Add ${markOf(work)}`} onClick={() => take(work)}>
              Add
            </Button>
          </li>
        ))}
      </ul>
      {typed.trim() !== '' && !waiting && found.length === 0 && <p className="text-ink-3">No results.</p>}
    </div>
  )
}

export const markOf = ({ kind, number }: Pick<FoundWork, 'kind' | 'number'>): string =>
  `${kind === 'epic' ? '&' : '#'}${number}`
