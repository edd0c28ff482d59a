import Link from 'next/link'
import type { ReactNode } from 'react'

import { CalibrationRows } from '#components/insights/calibration/calibration-rows.tsx'
import { Nothing, Panel } from '#components/milestone-overview/panel.tsx'
import { dayMonth } from '#components/ui/days/days.ts'
import type { RetrospectiveTable } from '#lib/contract/retrospectives.ts'
import { slipText } from '#lib/domain/closing/reasons.ts'
import { countText, helpText } from '#lib/domain/retrospectives/minutes-text.ts'
import { epicLink, handsLink, issueLink, milestoneLink, pushBacksLink, sayDoLink } from '#lib/kit/links.ts'

type Props = { group: string; table: RetrospectiveTable }

/** What the product lays on the table by itself; as it was, once the retrospective is closed. */
export const TablePanels = ({ group, table }: Props) => (
  <div className="flex min-w-0 flex-col gap-3.5">
    {table.milestones.map((milestone) => (
      <MilestonePanel key={milestone.slug} group={group} milestone={milestone} />
    ))}
    {table.milestones.length === 0 && (
      <Panel heading="Shipped and slipped">
        <Nothing>No milestone ended in this month.</Nothing>
      </Panel>
    )}
    <Panel heading="Push-backs decided" count={table.pushBacks.length}>
      {table.pushBacks.length === 0 ? (
        <Nothing>None in this month.</Nothing>
      ) : (
        <Lines label="Push-backs decided">
          {table.pushBacks.map(({ id, kind, key, title, state, reason }) => (
            <li key={id} className={LINE}>
              <p className="text-pretty wrap-anywhere">
                <Link href={workLink(group, kind, key)} prefetch={false} className={LINK}>
                  <bdi>{title}</bdi>
                </Link>{' '}
                <Link
                  href={pushBacksLink(group, id)}
                  prefetch={false}
                  className="tap text-xs text-ink-2 underline underline-offset-2"
                >
                  {state}
                </Link>
              </p>
              <p className="text-xs text-pretty text-ink-2 wrap-anywhere">{reason}</p>
            </li>
          ))}
        </Lines>
      )}
    </Panel>
    <Panel heading="Confidence in week 2" side={<span className="text-xs text-ink-3">came true</span>}>
      {table.calibration.every(({ said }) => said === 0) ? (
        <Nothing>Nothing was said of work that is over.</Nothing>
      ) : (
        <div className="px-3.5 pb-2">
          <CalibrationRows rows={table.calibration} />
        </div>
      )}
    </Panel>
    <Panel heading="Cadence">
      {table.cadence.length === 0 && <Nothing>No activity was due yet.</Nothing>}
      <dl className={table.cadence.length === 0 ? 'hidden' : 'flex flex-col gap-1.5 px-3.5 py-2.5'}>
        {table.cadence.map(({ activity, happened, expected }) => (
          <div key={activity} className="flex items-baseline gap-3">
            <dt className="min-w-0 flex-1 text-pretty">
              <bdi>{activity}</bdi>
            </dt>
            <dd className="num font-semibold">{countText(happened, expected)}</dd>
          </div>
        ))}
      </dl>
      <p className="border-t border-line px-3.5 py-2 text-pretty text-ink-2">
        {helpText(table.help)}.{' '}
        <Link
          href={handsLink(group, { state: 'lowered' })}
          prefetch={false}
          className="tap text-accent underline underline-offset-2"
        >
          Hands
        </Link>
      </p>
    </Panel>
  </div>
)

const LINE = 'flex flex-col gap-0.5 border-b border-line px-3.5 py-2 last:border-b-0'
const LINK = 'rounded-xs font-medium hover:underline'

const Lines = ({ label, children }: { label: string; children: ReactNode }) => (
  <ul aria-label={label}>{children}</ul>
)

const workLink = (group: string, kind: RetrospectiveTable['pushBacks'][number]['kind'], key: string) =>
  kind === 'issue'
    ? issueLink(group, Number(key))
    : kind === 'epic'
      ? epicLink(group, Number(key))
      : milestoneLink(group, key)

type MilestoneProps = { group: string; milestone: RetrospectiveTable['milestones'][number] }

function MilestonePanel({ group, milestone }: MilestoneProps) {
  const { slug, title, dueOn, settled, completed, assigned, reprioritised, shipped, slipped, notShown } =
    milestone
  return (
    <Panel
      heading={`Shipped and slipped, ${title}`}
      side={
        <Link
          href={sayDoLink(group, slug)}
          prefetch={false}
          className="tap text-xs font-medium text-accent underline underline-offset-2"
        >
          Open Say/Do
        </Link>
      }
    >
      {!settled && <Nothing>It ends on {dayMonth(dueOn)}. Its outcome stands here the day after.</Nothing>}
      {settled && (
        <>
          <p className="num px-3.5 pt-2.5 pb-1.5 text-ink-2">
            <b className="text-ink">{completed}</b> of {assigned} shipped ·{' '}
            {assigned - completed - reprioritised} slipped
            {notShown > 0 && ` · ${notShown} not shown`}
          </p>
          {slipped.length > 0 && (
            <Lines label={`Slipped from ${title}`}>
              {slipped.map(({ ref, title: name, reason, text, destination }) => (
                <li key={ref} className={LINE}>
                  <WorkLink group={group} issue={ref} title={name} />
                  <p className="text-xs text-pretty text-ink-2 wrap-anywhere">
                    {slipText(reason, text)}
                    {destination && `, moved to ${destination}`}
                  </p>
                </li>
              ))}
            </Lines>
          )}
          {shipped.length > 0 && (
            <details className="border-t border-line px-3.5 py-2 no-print">
              <summary className="min-h-6 cursor-pointer rounded-xs pointer-coarse:min-h-11">
                Show what shipped
              </summary>
              <ul aria-label={`Shipped in ${title}`} className="mt-1 flex flex-col gap-1">
                {shipped.map(({ ref, title: name }) => (
                  <li key={ref}>
                    <WorkLink group={group} issue={ref} title={name} />
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </Panel>
  )
}

const WorkLink = ({ group, issue, title }: { group: string; issue: number; title: string }) => (
  <Link
    href={issueLink(group, issue)}
    prefetch={false}
    className="tap rounded-xs text-pretty wrap-anywhere hover:underline"
  >
    <span className="num text-xs text-ink-3">#{issue}</span> <bdi>{title}</bdi>
  </Link>
)
