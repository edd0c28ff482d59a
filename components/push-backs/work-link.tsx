import Link from 'next/link'

import type { PushedWorkFacts } from '#lib/contract/push-backs.ts'

import { linkOfWork, signOf } from './push-back-text.ts'

/** Leads to the work of a push-back, or to what it protects. */
export function WorkLink({ group, work }: { group: string; work: PushedWorkFacts }) {
  const sign = signOf(work)
  return (
    <Link
      href={linkOfWork(group, work)}
      prefetch={false}
      className="tap inline-flex min-h-6 max-w-full items-baseline gap-1.5 rounded-xs text-ink underline decoration-line-strong underline-offset-2 hover:decoration-ink"
    >
      {sign && <span className="num flex-none text-ink-3">{sign}</span>}
      <span className="min-w-0 text-pretty wrap-anywhere">
        {!sign && 'Plan of '}
        <bdi>{work.title}</bdi>
      </span>
      {!work.open && <span className="flex-none text-2xs text-ink-3">closed</span>}
    </Link>
  )
}
