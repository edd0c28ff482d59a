'use client'

import Link from 'next/link'

import { BarList } from '#components/charts/bar-list.tsx'
import type { Overview } from '#lib/contract/milestone-overview.ts'
import { confidenceFilter } from '#lib/domain/confidence-list.ts'
import { subjectSign } from '#lib/domain/subjects.ts'
import { epicLink, issueLink, issuesLink } from '#lib/kit/links.ts'

import { countedByConfidence, type ConfidenceCount } from './confidence-counts.ts'

type Props = { group: string; milestone: string; subjects: NonNullable<Overview['confidence']> }

const TONES: Record<ConfidenceCount['id'], string> = {
  not: 'bg-bad',
  slightly: 'bg-warn',
  very: 'bg-good',
  none: 'hatch border border-control bg-surface',
}

/** What DRIs said last of their active work: each word opens the list of its issues. Nothing is computed but how many there are. */
export function ConfidenceBars({ group, milestone, subjects }: Props) {
  const counts = countedByConfidence(subjects)
  return (
    <>
      <BarList
        label="Confidence"
        most={Math.max(...counts.map((one) => one.issues))}
        bars={counts.map(({ id, words, issues, epics }) => ({
          id,
          value: issues,
          tone: TONES[id],
          head: (
            <Link
              href={issuesLink(group, { filter: confidenceFilter(milestone, id === 'none' ? null : id) })}
              prefetch={false}
              className="after:absolute after:inset-0 focus-visible:outline-offset-[-2px]"
            >
              {words}
            </Link>
          ),
          figures: (
            <>
              <b>{issues}</b>
              {epics > 0 && (
                <span className="text-ink-3">{` · ${epics} ${epics === 1 ? 'epic' : 'epics'}`}</span>
              )}
            </>
          ),
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
