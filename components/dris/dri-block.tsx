'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'

import { Skeleton } from '#components/ui/state.tsx'
import { listDris } from '#lib/contract/drift.ts'
import { reading } from '#lib/http/query.ts'
import { drisLink } from '#lib/kit/links.ts'

import { Lines } from './driven-lines.tsx'

/** Handbook › DRIs: "DRI assignment is tracked on the team's planning issue". What is in work in the milestone, live. */
export function DriBlock({ group, milestone }: { group: string; milestone: string }) {
  const { data, error } = useQuery(reading(listDris, { group, milestone }))
  if (error && !data) return <p role="alert">Could not load the DRIs. Try again in a moment.</p>
  return (
    <section aria-labelledby="dri-block" className="flex flex-col gap-1.5">
      <h2 id="dri-block" className="flex flex-wrap items-baseline gap-x-2 text-sm font-semibold">
        DRIs
        <Link
          href={drisLink(group)}
          prefetch={false}
          className="text-xs font-medium text-accent underline underline-offset-2 no-print"
        >
          Open the table
        </Link>
      </h2>
      {!data && <Skeleton className="h-40 w-full" />}
      {data?.items.length === 0 && <p className="text-ink-3">Nothing of this milestone is in work.</p>}
      {data && <Lines group={group} label="DRIs of the milestone" lines={data.items} />}
    </section>
  )
}
