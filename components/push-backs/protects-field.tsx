'use client'

import { useState } from 'react'

import { useFound } from '#components/search/use-found.ts'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { isComposing } from '#components/ui/keys/is-composing.ts'
import type { Found } from '#lib/contract/search.ts'
import { MOST_PROTECTED } from '#lib/domain/push-backs.ts'

/** Work that a push-back keeps on course. */
export type Protected = { work: string; title: string; sign: string }

type Props = {
  group: string
  /** The work that is pushed back on protects nothing of itself. */
  except: string
  value: readonly Protected[]
  onValue: (value: readonly Protected[]) => void
}

const SHOWN = 5
const SIGNS: Record<string, string> = { issue: '#', epic: '&' }

/** Issues, epics and milestones, found by their number or by words; Enter takes the first. */
export function ProtectsField({ group, except, value, onValue }: Props) {
  const [typed, setTyped] = useState('')
  const { items, waiting } = useFound(group, typed, SHOWN + MOST_PROTECTED, ['issue', 'epic', 'milestone'])
  const held = new Set([except, ...value.map(({ work }) => work)])
  const found = items
    .map(protectedBy)
    .filter(({ work }) => !held.has(work))
    .slice(0, SHOWN)
  const isFull = value.length >= MOST_PROTECTED
  const add = (one: Protected) => {
    onValue([...value, one])
    setTyped('')
  }
  return (
    <div className="flex flex-col gap-1.5">
      <TextField
        label="Protects (optional)"
        hint={
          isFull
            ? `At most ${MOST_PROTECTED}.`
            : 'The issues, epics or milestones that stay on course without this work.'
        }
        type="search"
        placeholder="Number or title"
        autoComplete="off"
        maxLength={200}
        disabled={isFull}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || isComposing(event.nativeEvent) || typed.trim() === '') return
          event.preventDefault()
          if (found[0] && !waiting) add(found[0])
        }}
      />
      <output className="sr-only">{typed.trim() === '' || waiting ? '' : `${found.length} found`}</output>
      {typed.trim() !== '' && found.length > 0 && (
        <ul aria-label="Found work" className="flex flex-col rounded-sm bg-sunken px-2.5 py-1">
          {found.map((one) => (
            <li key={one.work} className="flex items-center gap-2 py-0.5">
              <Named one={one} />
              <Button size="sm" aria-label={`Protect ${one.sign || one.title}`} onClick={() => add(one)}>
                Protect
              </Button>
            </li>
          ))}
        </ul>
      )}
      {value.length > 0 && (
        <ul aria-label="Protected work" className="flex flex-col">
          {value.map((one) => (
            <li key={one.work} className="flex items-center gap-2 py-0.5">
              <Named one={one} />
              <Button
                kind="quiet"
                size="icon"
                aria-label={`Do not protect ${one.sign || one.title}`}
                onClick={() => onValue(value.filter(({ work }) => work !== one.work))}
              >
                <Icon name="close" />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const Named = ({ one: { sign, title } }: { one: Protected }) => (
  <span className="flex min-w-0 flex-1 items-baseline gap-2">
    {sign && <span className="num flex-none text-ink-3">{sign}</span>}
    <bdi className="min-w-0 truncate">{title}</bdi>
  </span>
)

const protectedBy = ({ kind, key, title }: Found): Protected => ({
  work: `${kind}-${key}`,
  title,
  sign: kind in SIGNS ? `${SIGNS[kind]}${key}` : '',
})
