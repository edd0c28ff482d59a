import { figure } from '#lib/domain/capacity/text.ts'
import { dayMonth } from '#components/ui/days/days.ts'
import type { OverviewBurnUp } from '#lib/contract/milestone-overview.ts'

import { fanWords } from '#components/forecast/forecast-text.ts'
import type { ForecastView } from '#lib/contract/forecast.ts'

import { IssueLink } from './issue-link.tsx'
import { changeTitle } from './overview-text.ts'

type Props = { group: string; burnUp: OverviewBurnUp; forecast: ForecastView['forecast'] }

/** The chart in figures: each day with scope and done at its end, as issues · weight, and what changed. */
export const BurnUpTable = ({ group, burnUp: { promise, days }, forecast }: Props) => (
  <table aria-label="Scope and done by day, issues · weight" className="num w-full text-sm">
    <thead className="text-left text-xs text-ink-3">
      <tr className="border-b border-line">
        <Head>Day</Head>
        <Head>Scope</Head>
        <Head>Done</Head>
        <Head>What changed</Head>
      </tr>
    </thead>
    <tbody>
      <tr className="border-b border-line">
        <RowHead>Promise</RowHead>
        <Sum {...promise} />
        <td className="px-2 py-1.5 text-ink-3">–</td>
        <td className="px-3.5 py-1.5 text-pretty text-ink-2">On the board when the first day began</td>
      </tr>
      {days.map(({ day, scope, done, changes, notShown }) => (
        <tr key={day} className="border-b border-line align-top last:border-b-0">
          <RowHead>{dayMonth(day)}</RowHead>
          <Sum {...scope} />
          <Sum {...done} />
          <td className="px-3.5 py-1.5 text-pretty text-ink-2 wrap-anywhere">
            {changes.map((change) => (
              <span key={`${change.ref} ${change.kind}`} className="block">
                {changeTitle(change.kind)} <IssueLink group={group} issue={change} className="text-ink" />
              </span>
            ))}
            {notShown > 0 && <span className="block text-ink-3">{notShown} not shown</span>}
          </td>
        </tr>
      ))}
      {forecast && <Likely forecast={forecast} after={days.at(-1)?.day ?? ''} />}
    </tbody>
  </table>
)

type LikelyProps = { forecast: NonNullable<ForecastView['forecast']>; after: string }

/** The days that are left, with what is likely done at the end of each. */
const Likely = ({ forecast: { count, weight }, after }: LikelyProps) =>
  count.days.map((one, at) => {
    const byWeight = weight.days[at]
    if (one.day <= after || !byWeight) return null
    return (
      <tr key={one.day} className="border-b border-line text-ink-2 last:border-b-0">
        <RowHead>{dayMonth(one.day)}</RowHead>
        <td className="px-2 py-1.5 text-ink-3">–</td>
        <Sum count={one.likely} weight={byWeight.likely} />
        <td className="px-3.5 py-1.5 text-pretty">
          {fanWords(one)} <span className="text-ink-3">· weight {fanWords(byWeight)}</span>
        </td>
      </tr>
    )
  })

const Head = ({ children }: { children: string }) => (
  <th scope="col" className="px-2 py-1.5 font-medium first:pl-3.5 last:px-3.5">
    {children}
  </th>
)

const RowHead = ({ children }: { children: string }) => (
  <th scope="row" className="px-3.5 py-1.5 pr-2 text-left font-medium whitespace-nowrap">
    {children}
  </th>
)

const Sum = ({ count, weight }: { count: number; weight: number }) => (
  <td className="px-2 py-1.5 whitespace-nowrap">
    {count} <span className="text-ink-3">· {figure(weight)}</span>
  </td>
)
