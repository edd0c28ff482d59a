'use client'

import { resemblingIssues } from '#lib/contract/resemblance.ts'
import { issueLink } from '#lib/kit/links.ts'

import { useResembling } from '#components/ui/hooks/use-resembling.ts'

/** Issues whose titles resemble the one that is being written, so that nobody writes what exists. */
export function ResemblingIssues({ group, title }: { group: string; title: string }) {
  const items = useResembling(resemblingIssues, title, (asked) => ({ group, title: asked }))?.items ?? []
  return (
    <>
      <span aria-live="polite" className="sr-only">
        {countText(items.length)}
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

const countText = (count: number) =>
  count === 0 ? '' : `${count} ${count === 1 ? 'issue resembles' : 'issues resemble'} this title.`
