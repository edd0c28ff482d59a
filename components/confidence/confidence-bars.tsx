'use client'

import Link from 'next/link'

import { BarList } from '#components/charts/bar-list.tsx'
import type { Overview } from '#lib/contract/milestone-overview.ts'
import { subjectSign } from '#lib/domain/subjects.ts'
import { epicLink, issueLink } from '#lib/kit/links.ts'

import { countedByConfidence, type ConfidenceCount } from './confidence-counts.ts'

type Props = { group: string; subjects: NonNullable<Overview['confidence']> }

const TONES: Record<ConfidenceCount['id'], string> = {
  not: 'bg-bad',
  slightly: 'bg-warn',
  very: 'bg-good',
  none: 'hatch border border-control bg-surface',
}

/** What DRIs said last of their active work, and the work behind each word. Nothing is computed but how many there are. */
export function ConfidenceBars({ group, subjects }: Props) {
  const counts = countedByConfidence(subjects)
  return (
    <>
      <BarList
        label="Confidence"
        most={Math.max(...counts.map((one) => one.subjects.length))}
        bars={counts.map(({ id, words, subjects: some }) => ({
          id,
          value: some.length,
          tone: TONES[id],
          head: <span>{words}</span>,
          figures: <b>{some.length}</b>,
        }))}
      />
      <details className="border-t border-line px-3.5 py-2 text-sm no-print">
        <summary className="min-h-6 cursor-pointer rounded-xs pointer-coarse:min-h-11">Show the work</summary>
        <ul aria-label="Work by confidence" className="mt-1 flex flex-col gap-1">
          {counts.flatMap(({ words, subjects: some }) =>
            some.map((one) => (
              <li key={`${one.kind}-${one.ref}`} className="text-pretty wrap-anywhere">
                <Link
                  href={one.kind === 'epic' ? epicLink(group, one.ref) : issueLink(group, one.ref)}
                  prefetch={false}
                  className="tap rounded-xs hover:underline"
                >
                  <span className="num text-xs text-ink-3">{subjectSign(one)}</span> <bdi>{one.title}</bdi>
                </Link>{' '}
                <span className="text-xs text-ink-3">{words}</span>
              </li>
            )),
          )}
        </ul>
      </details>
    </>
  )
}
