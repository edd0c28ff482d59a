import Link from 'next/link'

import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { listSyncs } from '#lib/contract/syncs.ts'
import { syncTitle } from '#lib/domain/syncs/minutes.ts'
import { syncLink } from '#lib/kit/links.ts'

type Listed = OutputOf<typeof listSyncs>['items'][number]

function told({ state, outcomes, attended }: Listed): string {
  const came = `${outcomes} ${outcomes === 1 ? 'outcome' : 'outcomes'}`
  if (state === 'running') return `running, ${came}`
  if (state === 'skipped') return 'skipped'
  return `${came}, ${attended.length} present`
}

/** Members who missed a sync read its minutes. */
export function EarlierSyncs({ group, syncs }: { group: string; syncs: readonly Listed[] }) {
  if (syncs.length === 0) return null
  return (
    <section aria-labelledby="earlier" className="flex flex-col gap-2">
      <h2 id="earlier" className="text-base font-semibold">
        Earlier syncs
      </h2>
      <ul aria-labelledby="earlier" className="overflow-hidden rounded-lg border border-line bg-surface">
        {syncs.map((one) => (
          <li
            key={one.id}
            className="flex min-h-10 flex-wrap items-center gap-x-3 border-b border-line px-3.5 py-1.5 last:border-b-0 pointer-coarse:min-h-11"
          >
            <Link href={syncLink(group, one.id)} prefetch={false} className="font-medium hover:underline">
              {syncTitle(one.day)}
            </Link>
            <span className="num text-ink-2">{told(one)}</span>
            {one.lead && (
              <span dir="auto" className="ml-auto text-xs text-ink-2">
                {one.lead.name}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
