import Link from 'next/link'

import type { Issue } from '#lib/contract/issues.ts'
import { confidenceWords } from '#lib/domain/confidence.ts'
import { weekName } from '#lib/kit/iso-week.ts'
import { statusLink } from '#lib/kit/links.ts'

import { ConfidenceMark } from './confidence-mark.tsx'

type Props = { group: string; confidence: Issue['confidence'] }

/** How sure its DRI was, week by week, the latest first; each week leads to the updates of the group. */
export function ConfidenceHistory({ group, confidence }: Props) {
  if (confidence.length === 0) return null
  return (
    <section className="border-t border-line pt-3">
      <h2 className="pb-2 text-xs font-medium text-ink-3">Confidence</h2>
      <ol className="flex flex-col">
        {confidence.map(({ week, confidence: said }) => (
          <li key={week}>
            <Link
              href={statusLink(group, { view: 'group', week })}
              prefetch={false}
              className="num flex min-h-6 items-center gap-2 rounded-xs pointer-coarse:min-h-11 hover:bg-hover"
            >
              <ConfidenceMark confidence={said} />
              {confidenceWords(said)}
              <span className="ml-auto text-xs text-ink-3">{weekName(week)}</span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  )
}
