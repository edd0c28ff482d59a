'use client'

import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { readEpicForecast } from '#lib/contract/epic-forecast.ts'

import { epicWords, paceWords } from './forecast-text.ts'

/** When the open issues of an epic are likely closed, and from what that is computed. */
export function EpicForecast({ group, epic }: { group: string; epic: number }) {
  const view = usePrefetched(readEpicForecast, { group, epic })
  return (
    <div className="num flex flex-col gap-1 text-sm text-pretty">
      <p>{epicWords(view)}</p>
      {view.forecast && (
        <details className="text-xs text-ink-2">
          <summary className="cursor-pointer rounded-xs">How is this computed?</summary>
          <p className="mt-1">{paceWords(view)}</p>
          <ul aria-label="Issues closed by milestone" className="mt-1">
            {view.past.map(({ title, count, workingDays }) => (
              <li key={title}>
                <bdi>{title}</bdi>: {count} closed in {workingDays} working days
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
