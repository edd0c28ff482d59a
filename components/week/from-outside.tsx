'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'

import { IssueRow } from '#components/issues/list/issue-row.tsx'
import type { Lookups } from '#components/lookups/lookups.ts'
import { Skeleton } from '#components/ui/state.tsx'
import { indexIssues } from '#lib/contract/issue-lists.ts'
import { reading } from '#lib/http/query.ts'
import { boardLink, issuesLink } from '#lib/kit/links.ts'

import { OwnerQuestion } from './owner-question.tsx'
import { Rows, Section } from '#components/ui/section.tsx'

type Props = { group: string; lookups: Lookups }

/** For those who look on: whom to ask, what they follow, what they filed, and where to look further. */
export function FromOutside({ group, lookups }: Props) {
  const places = [
    { href: issuesLink(group), title: 'Issues' },
    { href: boardLink(group, 'build'), title: 'Build board' },
    { href: boardLink(group, 'planning'), title: 'Planning board' },
  ]
  return (
    <>
      <OwnerQuestion group={group} />
      <Issues
        group={group}
        lookups={lookups}
        title="You follow"
        filter="state:open watched:yes"
        all={issuesLink(group, { watched: 'yes' })}
        empty="Watch an issue to see it here and its updates in your inbox."
      />
      <Issues
        group={group}
        lookups={lookups}
        title="You filed"
        filter="author:me"
        all={issuesLink(group, { author: 'me', state: 'all' })}
      />
      <nav aria-label="Look further" className="flex flex-wrap gap-x-4 gap-y-1">
        {places.map(({ href, title }) => (
          <Link
            dir="auto"
            key={title}
            href={href}
            prefetch={false}
            className="tap font-medium text-accent underline underline-offset-2"
          >
            {title}
          </Link>
        ))}
      </nav>
    </>
  )
}

type IssuesProps = Props & {
  title: string
  filter: string
  all: string
  /** What to do first; without it nothing is shown of an empty list. */
  empty?: string
}

function Issues({ group, lookups, title, filter, all, empty }: IssuesProps) {
  const input = { group, filter, sort: 'updated' as const, direction: 'desc' as const }
  const { data } = useQuery(reading(indexIssues, input))
  if (!data) return empty ? <Skeleton className="h-10" /> : null
  if (data.total === 0 && !empty) return null
  return (
    <Section title={title} count={data.total}>
      {data.total === 0 && <p className="text-pretty text-ink-2">{empty}</p>}
      {data.total > 0 && (
        <Rows label={title}>
          {data.first.slice(0, MOST).map((card) => (
            <IssueRow key={card.ref} group={group} card={card} lookups={lookups} />
          ))}
        </Rows>
      )}
      {data.total > MOST && (
        <Link
          href={all}
          prefetch={false}
          className="self-start font-medium text-accent underline underline-offset-2"
        >
          All {data.total} as a list
        </Link>
      )}
    </Section>
  )
}

const MOST = 8
