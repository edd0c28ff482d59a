import { dayMonthYear } from '#components/ui/days/days.ts'
import type { Insights, InsightTable } from '#lib/contract/insights.ts'

import { FigureLink } from './figure-link.tsx'

type Props = { name: InsightTable; insights: Insights; zone: string }

/** How the figures of a chart are computed, in the words of the rules that compute them. */
export function How({ name, insights, zone }: Props) {
  const { from, to, withoutConfidential } = insights
  return (
    <>
      <Rule name={name} insights={insights} />
      {(name === 'ages' || name === 'cycle') && (
        <p>
          Days are calendar days in the group’s time zone, {zone}, as on the boards: from Monday to Tuesday is
          one day, within a day is none. What was undone does not count.
        </p>
      )}
      <p className="num">
        {dayMonthYear(from)} to {dayMonthYear(to)}.
        {withoutConfidential && ' Confidential issues are in none of the figures.'}
      </p>
    </>
  )
}

const NEAREST = (
  <>
    by nearest rank: the smallest number of days that at least so many percent of the issues did not exceed.
    Fewer than 10 issues are a small sample without percentiles.
  </>
)

function Rule({ name, insights }: Omit<Props, 'zone'>) {
  const { earlierFrom, cycle, mix } = insights
  switch (name) {
    case 'ages':
      return (
        <>
          <p>
            A point is an open issue; its days are all its stays in that column together. Blocked time is a
            column of its own and counts in no other.
          </p>
          <p>
            Earlier issues were closed as done since {dayMonthYear(earlierFrom)}, in the last six milestones,
            and were in that column. 50 % and 85 % are taken from their days there, {NEAREST}
          </p>
        </>
      )
    case 'cycle':
      return (
        <>
          <p>
            From the first day in dev, or in a later column where in dev was skipped, until the issue was
            closed as done. Blocked time is part of it; time in which the issue was closed and reopened is
            not. 50 % and 85 % are taken {NEAREST}
          </p>
          <p>
            Measured:{' '}
            <FigureLink
              figure={{ chart: 'cycle', part: 'measured' }}
              count={cycle.count}
              className="underline"
            >
              {cycle.count} issues
            </FigureLink>
            . Closed as done but never seen in dev or later, and not measured:{' '}
            <FigureLink
              figure={{ chart: 'cycle', part: 'unseen' }}
              count={cycle.unseen}
              className="underline"
            >
              {cycle.unseen} issues
            </FigureLink>
            .{cycle.points.length < cycle.count && ` The latest ${cycle.points.length} are drawn; all count.`}
          </p>
        </>
      )
    case 'flow':
      return (
        <p>
          At the end of each day, today as it is now: each issue is in exactly one band. The bands add up to
          all issues that were open at any time since the first day. Not ready yet is every state before ready
          for development, and none. Work in hand is everything from in dev to complete, and blocked.
        </p>
      )
    case 'mix':
      return (
        <p>
          Planned is the weight on the Build Boards when their milestones started; done is the weight
          completed in them, whenever it came. Issues without a weight or one of the three types are left out:{' '}
          {mix.planned.leftOut} planned, {mix.done.leftOut} done. The target is the group’s of today. The mix
          compares all types, so that the type filter does not narrow it.
        </p>
      )
    case 'findings':
      return (
        <p>
          Counted when each week begins, in all open issues. An issue with two findings counts in both. These
          counts are kept for the whole group, so that team and type do not narrow them. A point opens the
          issues as they were then.
        </p>
      )
  }
}
