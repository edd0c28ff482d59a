import Link from 'next/link'

import { cx } from '#components/ui/cx.ts'
import { confidenceWords } from '#lib/domain/confidence.ts'
import { subjectSign } from '#lib/domain/subjects.ts'
import { epicLink, issueLink } from '#lib/kit/links.ts'

import { ConfidenceMark } from '#components/confidence/confidence-mark.tsx'
import type { AssembledItem } from './assembled-items.ts'

type Props = { group: string; items: readonly AssembledItem[] }

/** Handbook › Weekly status updates: the example, subject by subject. The reader’s own part is tinted. */
export const AssembledText = ({ group, items }: Props) => (
  <ul aria-label="Updates" className="flex flex-col text-xs">
    {items.map(({ subject, kind, ref, title, progress, blockers, next, confidence, mine }) => (
      <li
        key={subject}
        className={cx(
          'px-3.5 py-1.5 break-inside-avoid',
          mine && 'bg-accent-soft shadow-[inset_2px_0_var(--color-accent)] print:bg-transparent',
        )}
      >
        <h3 className="text-[12.5px] leading-snug font-semibold">
          <bdi>{title}</bdi>{' '}
          <Link
            href={kind === 'epic' ? epicLink(group, ref) : issueLink(group, ref)}
            prefetch={false}
            className="num text-accent underline underline-offset-2"
          >
            {subjectSign({ kind, ref })}
          </Link>
          {mine && <span className="sr-only"> yours</span>}
        </h3>
        <ul className="ml-4 list-disc text-ink-2 marker:text-ink-3">
          <li>
            Progress: <Words>{progress}</Words>
          </li>
          <li>
            Blockers: <Words>{blockers === '' ? 'None' : blockers}</Words>
          </li>
          {next !== '' && (
            <li>
              Next: <Words>{next}</Words>
            </li>
          )}
          <li>
            Confidence for current milestone:{' '}
            <b className="inline-flex items-center gap-1 font-medium whitespace-nowrap text-ink">
              <ConfidenceMark confidence={confidence} />
              {confidenceWords(confidence)}
            </b>
          </li>
        </ul>
      </li>
    ))}
  </ul>
)

const Words = ({ children }: { children: string }) => (
  <bdi className="whitespace-pre-line wrap-anywhere">{children}</bdi>
)
