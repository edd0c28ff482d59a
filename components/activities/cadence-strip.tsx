'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'

import { Note } from '#components/ui/tag.tsx'
import { listActivities } from '#lib/contract/activities.ts'
import { LEVEL_TITLES } from '#lib/domain/cadence/regularity.ts'
import { reading } from '#lib/http/query.ts'
import { cadenceLink } from '#lib/kit/links.ts'

import { keptRhythmText } from './kept-rhythm.ts'

const TONES = { slipping: 'warn', stalled: 'bad' } as const

/** How well the group keeps its rhythm, in a line; it leads to the cadence page. */
export function CadenceStrip({ group }: { group: string }) {
  const { data } = useQuery(reading(listActivities, { group }))
  const items = data?.items ?? []
  const text = keptRhythmText(items)
  if (text === null) return null
  return (
    <section
      aria-label="Cadence"
      className="flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-lg border border-line bg-surface px-3.5 py-2"
    >
      <Link
        href={cadenceLink(group)}
        prefetch={false}
        className="tap font-medium underline-offset-2 hover:underline"
      >
        Cadence
      </Link>
      <span className="num text-pretty text-ink-2">{text}</span>
      {items.map(({ id, name, regularity: { level } }) =>
        level === 'slipping' || level === 'stalled' ? (
          <span key={id} className="flex min-w-0 items-center gap-1.5">
            <bdi className="min-w-0 wrap-anywhere">{name}</bdi>
            <Note tone={TONES[level]}>{LEVEL_TITLES[level]}</Note>
          </span>
        ) : null,
      )}
    </section>
  )
}
