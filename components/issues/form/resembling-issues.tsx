'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { resemblingIssues } from '#lib/contract/resemblance.ts'
import { reading } from '#lib/http/query.ts'
import { issueLink } from '#lib/kit/links.ts'

const SHORTEST = 5
const PAUSE_MS = 250

/** Issues whose titles resemble the one that is being written, so that nobody writes what exists. */
export function ResemblingIssues({ group, title }: { group: string; title: string }) {
  const asked = useAfterPause(title.trim())
  const { data } = useQuery({
    ...reading(resemblingIssues, { group, title: asked }),
    enabled: asked.length >= SHORTEST,
    placeholderData: keepPreviousData,
  })
  const items = asked.length >= SHORTEST ? (data?.items ?? []) : []
  return (
    <>
      <span aria-live="polite" className="sr-only">
        {wordsFor(items.length)}
      </span>
      {items.length > 0 && (
        <section aria-label="Issues like this" className="-mt-1 rounded-sm bg-sunken px-2.5 py-1.5">
          <h3 className="pb-0.5 text-xs font-medium text-ink-2">Similar issues</h3>
          <ul>
            {items.map(({ ref, title, state }) => (
              <li key={ref}>
                <a
                  href={issueLink(group, ref)}
                  target="_blank"
                  rel="noreferrer"
                  className="tap flex min-h-6 items-baseline gap-2 rounded-xs hover:underline"
                >
                  <span className="num flex-none text-ink-3">#{ref}</span>
                  <span dir="auto" className="min-w-0 truncate">
                    {title}
                  </span>
                  {state === 'closed' && <span className="flex-none text-xs text-ink-3">closed</span>}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const wordsFor = (count: number) =>
  count === 0 ? '' : `${count} ${count === 1 ? 'issue resembles' : 'issues resemble'} this title.`

/** What stands there when the typing pauses. */
function useAfterPause(words: string): string {
  const [settled, setSettled] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [words])
  return settled
}
