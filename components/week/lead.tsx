import Link from 'next/link'

import { Bar } from '#components/boards/view/capacity-bar.tsx'
import { figure, leftText } from '#components/boards/view/capacity.ts'
import type { Week } from '#lib/contract/week.ts'
import { findingTitle } from '#lib/domain/findings.ts'
import { boardLink, driftLink, reportLink } from '#lib/kit/links.ts'

import { Row, Rows, Section } from '#components/ui/section.tsx'

type Lead = NonNullable<Week['lead']>

/** For the person who leads the group: what drifts, how much of the milestone is said, and what the rules find. */
export function LeadPart({ group, lead }: { group: string; lead: Lead }) {
  const { drift, findings, open, toFix, milestone } = lead
  return (
    <>
      {milestone && <Commitments group={group} milestone={milestone} />}
      {drift.length > 0 && (
        <Section
          title="Drift"
          count={drift.length}
          note={
            <Link
              href={driftLink(group)}
              prefetch={false}
              className="tap text-accent underline underline-offset-2"
            >
              All drift
            </Link>
          }
        >
          <Rows label="Drift">
            {drift.map((issue) => (
              <Row key={issue.ref} group={group} issue={issue}>
                {issue.because}
              </Row>
            ))}
          </Rows>
        </Section>
      )}
      {findings.length > 0 && (
        <Section title="Needs attention" count={toFix} note={`of ${open} open issues need fixing`}>
          <ul
            aria-label="Needs attention"
            className="overflow-hidden rounded-lg border border-line bg-surface"
          >
            {findings.map(({ name, total }) => (
              <li
                key={name}
                className="relative flex min-h-9 items-center gap-3 border-b border-line px-3.5 py-1 pointer-coarse:min-h-11 last:border-b-0 focus-within:bg-hover hover:bg-hover"
              >
                <Link
                  href={reportLink(group, name)}
                  prefetch={false}
                  className="flex-1 font-medium after:absolute after:inset-0 focus-visible:outline-offset-[-2px]"
                >
                  {findingTitle(name)}
                </Link>
                <span className="num text-ink-2">{total}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

type CommitmentsProps = { group: string; milestone: NonNullable<Lead['milestone']> }

/** Handbook › Capacity Planning, as one sentence; every term of it stands on the board. */
function Commitments({ group, milestone }: CommitmentsProps) {
  const { slug, title, committed, done, capacity } = milestone
  return (
    <Section title={`Capacity of ${title}`}>
      <div className="flex flex-col gap-2 rounded-lg border border-line bg-surface px-3.5 py-3">
        <p className="num flex flex-wrap justify-between gap-x-4 text-pretty">
          {summaryOf(milestone).join(' · ')}
          <Link
            href={boardLink(group, 'build', { milestone: slug })}
            prefetch={false}
            className="font-medium text-accent underline underline-offset-2"
          >
            Build board
          </Link>
        </p>
        {capacity !== null && capacity.weight > 0 && (
          <Bar committed={committed} done={done} capacity={capacity.weight} className="w-full" />
        )}
      </div>
    </Section>
  )
}

/** “Committed 51 of 50 · 7 done · 1 over capacity”. */
function summaryOf({ committed, done, unweighted, capacity }: CommitmentsProps['milestone']): string[] {
  const of = capacity === null ? '' : ` of ${figure(capacity.weight)}`
  return [
    `Committed ${figure(committed)}${of}`,
    `${figure(done)} done`,
    ...(capacity === null ? [] : [leftText(capacity.weight - committed)]),
    ...(unweighted > 0 ? [`${unweighted} unweighted`] : []),
  ]
}
