import { BarList } from '#components/charts/bar-list.tsx'
import { Nothing, Panel } from '#components/milestone-overview/panel.tsx'
import type { SayDoSeries } from '#lib/contract/say-do.ts'

import { PartLink } from './part-link.tsx'
import { issues, reasonsTitle } from './say-do-text.ts'

type Props = { series: SayDoSeries; className?: string }

/** Why issues slipped in the milestones of the chart, the most frequent reason first; each bar opens its issues. */
export function Reasons({ series, className = '' }: Props) {
  const { reasons, milestones } = series
  const over = milestones.filter(({ runs }) => !runs).length
  return (
    <Panel
      heading={reasonsTitle(series)}
      side={
        <span className="text-xs text-ink-3">
          {over === 1 ? '1 milestone' : `${over} milestones`} · of all slips
        </span>
      }
      className={className}
    >
      {reasons.length === 0 ? (
        <Nothing>Nothing slipped in these milestones.</Nothing>
      ) : (
        <BarList
          label="Why promises slip"
          most={Math.max(...reasons.map(({ count }) => count))}
          bars={reasons.map(({ reason, title, count, cumulative }, at) => ({
            id: reason ?? 'none',
            value: count,
            tone: at === 0 ? 'bg-ink-2' : 'bg-control',
            head: (
              <PartLink
                part={`reason.${reason ?? 'none'}`}
                of="all"
                label={`${title}: ${issues(count)}`}
                className="after:absolute after:inset-0 focus-visible:outline-offset-[-2px]"
              >
                <bdi>{title}</bdi>
              </PartLink>
            ),
            figures: (
              <>
                <b>{count}</b> <span className="text-ink-3">· {Math.round(cumulative * 100)} %</span>
              </>
            ),
          }))}
        />
      )}
    </Panel>
  )
}
