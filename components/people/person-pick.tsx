'use client'

import { useQuery } from '@tanstack/react-query'

import { Avatar } from '#components/ui/avatar.tsx'
import { Skeleton } from '#components/ui/state.tsx'
import { findCandidates } from '#lib/contract/people.ts'
import { reading } from '#lib/http/query.ts'

type Person = { handle: string; name: string }
type Props = {
  group: string
  query: string
  /** People of the group itself, who may be chosen as well. */
  also?: readonly Person[]
  chosen: string | null
  onChoose: (person: Person) => void
}

/** Somebody of the installation who is not in the group, by name or handle; and whoever else is asked for. */
export function PersonPick({ group, query, also = NOBODY, chosen, onChoose }: Props) {
  const { data, error } = useQuery(reading(findCandidates, { group, ...(query ? { q: query } : {}) }))
  if (error) return <p className="text-bad">Could not load the people. Try again in a moment.</p>
  if (!data) return <Skeleton className="h-9" />
  const found = [...also.filter((person) => isCalled(person, query)), ...data.items]
  if (found.length === 0) {
    return <p className="text-pretty text-ink-2">No matching person.</p>
  }
  return (
    <fieldset className="max-h-44 overflow-y-auto rounded-sm border border-line">
      <legend className="sr-only">People</legend>
      {found.map(({ handle, name }) => (
        <label
          key={handle}
          className="flex min-h-9 cursor-pointer items-center gap-2 px-2.5 py-1 has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent pointer-coarse:min-h-11"
        >
          <input
            type="radio"
            name="person"
            className="accent-accent"
            checked={handle === chosen}
            onChange={() => onChoose({ handle, name })}
          />
          <Avatar face={{ handle, name }} size="sm" silent />
          <span className="min-w-0 truncate">
            <bdi>{name}</bdi> <span className="text-ink-3">@{handle}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

const NOBODY: readonly Person[] = []

const isCalled = ({ handle, name }: Person, query: string): boolean =>
  `${name} @${handle}`.toLowerCase().includes(query.trim().toLowerCase())
