import Link from 'next/link'

import type { ForecastView } from '#lib/contract/forecast.ts'
import { figure } from '#lib/domain/capacity/text.ts'
import { issueLink } from '#lib/kit/links.ts'

import { FiguresTable } from './figures-table.tsx'
import { howWords, percentOf, stateWords } from './forecast-text.ts'

/** The terms of the forecast: what it is drawn from, the days that are left, and the issues that move it most. */
export function HowComputed({ group, view }: { group: string; view: ForecastView }) {
  const { forecast, past } = view
  return (
    <>
      <div className="flex flex-col gap-1.5 px-3.5 py-2.5 text-sm text-pretty text-ink-2">
        {howWords(view).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {forecast && forecast.movers.length > 0 && <Movers group={group} forecast={forecast} />}
      </div>
      <div className="border-t border-line">
        <FiguresTable
          label="Throughput of past milestones"
          heads={[
            'Milestone',
            'Working days',
            'Days of work',
            'Issues closed',
            'Weight closed',
            'Issues a day',
            'Weight a day',
          ]}
          rows={past.map(({ title, workingDays, people, count, weight }) => [
            title,
            workingDays,
            figure(people),
            count,
            figure(weight),
            figure(count / workingDays),
            figure(weight / workingDays),
          ])}
        />
      </div>
    </>
  )
}

type MoversProps = { group: string; forecast: NonNullable<ForecastView['forecast']> }

/** How likely all the rest is closed, by weight, without each of them. */
const Movers = ({ group, forecast: { movers, weight, notShown } }: MoversProps) => (
  <div>
    <p>
      By weight all closes with a chance of {percentOf(weight.chance)}. Without one of these issues it is:
    </p>
    <ul aria-label="Issues that move the forecast most" className="num mt-1 flex flex-col gap-0.5">
      {movers.map(({ ref, title, weight: own, state, chance }) => (
        <li key={ref}>
          <Link
            href={issueLink(group, ref)}
            prefetch={false}
            className="tap rounded-xs text-ink hover:underline"
          >
            <span className="text-xs text-ink-3">#{ref}</span> <bdi>{title}</bdi>
          </Link>{' '}
          · weight {figure(own)} · {stateWords(state)} · <b className="text-ink">{percentOf(chance)}</b>
        </li>
      ))}
      {notShown > 0 && <li className="text-ink-3">{notShown} not shown</li>}
    </ul>
  </div>
)
