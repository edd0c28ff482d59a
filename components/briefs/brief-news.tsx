import { momentIn } from '#components/ui/days/days.ts'
import type { Brief } from '#lib/contract/briefs.ts'

import { newsSince } from './news.ts'

type Props = { brief: Brief; since: string | null; note?: string }

/** What changed since the reader looked at the brief before. */
export function BriefNews({ brief: { news, zone }, since, note }: Props) {
  const own = newsSince(news, since)
  return (
    <section aria-labelledby="news" className="flex flex-col gap-1.5 print:gap-0.5">
      <h2 id="news" className="text-base font-semibold print:text-[10pt]">
        What changed since you last looked
      </h2>
      <p className="text-sm text-pretty text-ink-2 print:text-[8.5pt]">
        {since === null
          ? 'This is your first visit. The latest changes:'
          : own.length === 0
            ? `Nothing changed since ${momentIn(zone, since)}.`
            : `Since ${momentIn(zone, since)}:`}
      </p>
      {own.length > 0 && (
        <ul
          aria-label="Changes"
          className="flex flex-col gap-1 text-sm print:block print:columns-2 print:gap-x-6 print:text-[7.5pt]"
        >
          {own.map(({ text, title, at }) => (
            <li key={`${at} ${text}`} className="text-pretty wrap-anywhere">
              <span className="num text-xs text-ink-3">{momentIn(zone, at)}</span> {text}
              {title !== null && (
                <span className="text-ink-3">
                  {' '}
                  <bdi>{title}</bdi>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {note && <p className="text-xs text-pretty text-ink-3 no-print">{note}</p>}
    </section>
  )
}
