'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'

import { useFound } from '#components/search/use-found.ts'
import { Owner } from '#components/teams/owner.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Skeleton } from '#components/ui/state.tsx'
import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { Found } from '#lib/contract/search.ts'
import { listTeams } from '#lib/contract/teams.ts'
import { reading } from '#lib/http/query.ts'
import { ownershipLink } from '#lib/kit/links.ts'

const MOST = 6

/** Asks the scope of the teams and the boundaries; each answer names who owns it. */
export function OwnerQuestion({ group }: { group: string }) {
  const [typed, setTyped] = useState('')
  const isAsked = typed.trim() !== ''
  const { items, waiting, failed } = useFound(group, typed, MOST, ['scope', 'boundary'])
  const { data } = useQuery(reading(listTeams, { group }))
  return (
    <section className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-4">
      <div className="flex items-baseline gap-3">
        <h2 className="flex-1 text-sm font-semibold">Who owns this?</h2>
        <Link
          href={ownershipLink(group)}
          prefetch={false}
          className="text-xs font-medium text-accent underline underline-offset-2"
        >
          Ownership map
        </Link>
      </div>
      <label className="relative flex items-center">
        <span className="sr-only">Who owns this?</span>
        <Icon name="search" className="absolute left-3 text-ink-3" />
        <input
          type="search"
          value={typed}
          maxLength={200}
          placeholder="An area, a service or a feature"
          onChange={(event) => setTyped(event.target.value)}
          className="min-h-10 w-full rounded-sm border border-control bg-surface py-2 pr-3 pl-9 text-base shadow-card"
        />
      </label>
      <output className="sr-only">{!isAsked || waiting ? '' : `${items.length} found`}</output>
      {isAsked && items.length === 0 && (waiting || !data) && <Skeleton className="h-5 w-2/3" />}
      {isAsked && failed && <p className="text-ink-2">The search does not respond. Try again in a moment.</p>}
      {isAsked && items.length === 0 && !waiting && !failed && (
        <p className="text-pretty text-ink-2">
          No team names this in its scope. Try fewer words, or look at the ownership map.
        </p>
      )}
      {data && items.length > 0 && (
        <ul aria-label="Owners" className="flex flex-col">
          {items.map((found) => (
            <li key={`${found.kind}${found.key}`} className="border-t border-line py-2 first:border-t-0">
              <Answer found={found} map={data} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Answer({ found, map }: { found: Found; map: OutputOf<typeof listTeams> }) {
  const key = Number(found.key)
  const boundary = found.kind === 'boundary' ? map.boundaries.find(({ id }) => id === key) : undefined
  const team = map.items.find(({ scope }) => found.kind === 'scope' && scope.some(({ id }) => id === key))
  return (
    <>
      <p dir="auto" className="font-medium text-pretty">
        {found.title}
      </p>
      <p className="text-pretty text-ink-2">
        {team && (
          <>
            Owned by{' '}
            <b dir="auto" className="font-semibold text-ink">
              {team.name}
            </b>
            . {team.scope.find(({ id }) => id === key)?.description}
          </>
        )}
        {boundary && (
          <>
            Owned by{' '}
            <b className="font-semibold text-ink">
              <Owner name={boundary.owner} group={boundary.ownerGroup} />
            </b>
            , outside this group. {boundary.relationship}
          </>
        )}
      </p>
    </>
  )
}
