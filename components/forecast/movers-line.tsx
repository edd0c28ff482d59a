import Link from 'next/link'
import { Fragment } from 'react'

import type { ForecastView } from '#lib/contract/forecast.ts'
import { figure } from '#lib/domain/capacity/text.ts'
import { issueLink } from '#lib/kit/links.ts'

import { stateWords } from './forecast-text.ts'

type Props = { group: string; forecast: NonNullable<ForecastView['forecast']>; className: string }

/** The issues that move the forecast most, in one line. */
export function MoversLine({ group, forecast: { movers }, className }: Props) {
  if (movers.length === 0) return null
  return (
    <p className={`num text-sm text-pretty text-ink-2 ${className}`}>
      What moves it most:{' '}
      {movers.map(({ ref, title, weight, state }, at) => (
        <Fragment key={ref}>
          {at > 0 && ' · '}
          <Link
            href={issueLink(group, ref)}
            prefetch={false}
            className="tap rounded-xs text-ink hover:underline"
          >
            <span className="text-xs text-ink-3">#{ref}</span> <bdi>{title}</bdi>
          </Link>{' '}
          <span className="whitespace-nowrap">
            (weight {figure(weight)}, {stateWords(state)})
          </span>
        </Fragment>
      ))}
    </p>
  )
}
