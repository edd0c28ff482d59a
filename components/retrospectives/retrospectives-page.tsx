'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'

import { useLineKeys } from '#components/shell/use-line-keys.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { Button } from '#components/ui/button.tsx'
import { PageFrame } from '#components/ui/page-frame.tsx'
import { Empty, Skeleton } from '#components/ui/state.tsx'
import { Note } from '#components/ui/tag.tsx'
import { type ListedRetrospective, listRetrospectives } from '#lib/contract/retrospectives.ts'
import { monthName } from '#lib/domain/retrospectives/months.ts'
import { STAGE_TITLES, type Stage } from '#lib/domain/retrospectives/retrospectives.ts'
import { reading } from '#lib/http/query.ts'
import { retrospectiveLink } from '#lib/kit/links.ts'

/** Month by month, the newest first. */
export function RetrospectivesPage({ group }: { group: string }) {
  const { items, next } = usePrefetched(listRetrospectives, { group })
  useLineKeys({ title: 'Retrospectives' })
  return (
    <PageFrame className="flex max-w-4xl flex-col gap-3">
      <header className="flex flex-col gap-1">
        <h1 className="text-lg">Retrospectives</h1>
        <p className="max-w-prose text-pretty text-ink-2">
          Once a month the team looks at how it works. Points stay hidden until they are opened, and actions
          carry over until they are done.
        </p>
      </header>
      {items.length === 0 ? (
        <Empty title="No retrospectives yet">
          <p>The first one shows here once it is closed.</p>
        </Empty>
      ) : (
        <Months group={group} items={items} label="Retrospectives" />
      )}
      {next && <Earlier group={group} before={next} />}
    </PageFrame>
  )
}

const TONES: Record<Stage, 'calm' | 'warn' | 'good'> = {
  not_begun: 'calm',
  writing: 'warn',
  open: 'good',
  closed: 'calm',
}

type MonthsProps = { group: string; items: readonly ListedRetrospective[]; label: string }

const Months = ({ group, items, label }: MonthsProps) => (
  <ul aria-label={label} className="overflow-hidden rounded-lg border border-line bg-surface">
    {items.map(({ month, stage, covers, points, actions, openActions }) => (
      <li
        key={month}
        className="relative flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3.5 py-2.5 last:border-b-0 focus-within:bg-hover hover:bg-hover pointer-coarse:min-h-11"
      >
        <Link
          href={retrospectiveLink(group, month)}
          prefetch={false}
          className="min-w-40 font-medium max-sm:min-w-32 max-sm:flex-1 after:absolute after:inset-0 focus-visible:outline-offset-[-2px]"
        >
          {monthName(month)}
        </Link>
        <Note tone={TONES[stage]}>{STAGE_TITLES[stage]}</Note>
        <span className="min-w-0 flex-1 text-xs text-ink-3 max-sm:basis-full max-sm:empty:hidden">
          {covers.length > 0 && `Milestone ${covers.join(', ')}`}
        </span>
        <span className="num text-xs text-ink-2 empty:hidden">
          {stage !== 'not_begun' && counted(points, 'point')}
          {actions > 0 && ` · ${counted(actions, 'action')}${openActions > 0 ? `, ${openActions} open` : ''}`}
        </span>
      </li>
    ))}
  </ul>
)

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

function Earlier({ group, before }: { group: string; before: string }) {
  const [isAsked, setAsked] = useState(false)
  if (isAsked) return <EarlierMonths group={group} before={before} />
  return (
    <Button className="self-center no-print" onClick={() => setAsked(true)}>
      Show earlier
    </Button>
  )
}

function EarlierMonths({ group, before }: { group: string; before: string }) {
  const { data, error } = useQuery(reading(listRetrospectives, { group, before }))
  if (error && !data) throw error
  if (!data) return <Skeleton className="h-40 w-full" />
  return (
    <>
      <Months group={group} items={data.items} label="Earlier retrospectives" />
      {data.next && <Earlier key={data.next} group={group} before={data.next} />}
    </>
  )
}
