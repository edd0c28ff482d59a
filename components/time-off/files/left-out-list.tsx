import { spanTextYear } from '#lib/kit/day-text.ts'
import type { OutputOf } from '#lib/contract/endpoint.ts'
import type { importTimeOff } from '#lib/contract/calendar-files.ts'

type LeftOut = OutputOf<typeof importTimeOff>['leftOut']

/** Events of the file that are no absences, by the reason. */
export function LeftOutList({ leftOut }: { leftOut: LeftOut }) {
  const total = leftOut.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return null
  return (
    <details>
      <summary className="cursor-pointer py-1 font-medium">
        {total === 1 ? '1 event is left out' : `${total} events are left out`}
      </summary>
      <ul className="flex flex-col gap-2 pt-1 text-ink-2">
        {leftOut.map(({ code, because, count, items }) => (
          <li key={code}>
            {because}
            <ul className="ml-4 list-disc text-xs">
              {items.map(({ title, day }, at) => (
                <li key={at} className="wrap-anywhere">
                  <bdi>{title || 'Without a title'}</bdi>
                  {day && `, ${spanTextYear(day, day)}`}
                </li>
              ))}
              {count > items.length && <li>And {count - items.length} more.</li>}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  )
}
