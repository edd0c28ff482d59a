import Link from 'next/link'

import { figure } from '#components/boards/capacity.ts'
import type { Week } from '#lib/contract/week.ts'
import { boardLink } from '#lib/kit/links.ts'

import { Row, Rows, Section } from './section.tsx'

type Lead = NonNullable<Week['lead']>

const FINDINGS: Record<string, string> = {
  milestone_missing: 'No milestone',
  type_missing: 'No type',
  group_label_missing: 'No label of the group',
  labels_conflict: 'Two labels of one scope',
  deliverable_not_ready: 'Deliverable, and not ready',
  weight_missing: 'No weight',
  too_heavy: 'Heavier than 3',
  dri_missing: 'Worked on without a DRI',
  past_due: 'Past its due day',
  no_update: 'In dev without an update',
  spike_scope_missing: 'Spike without a scope',
}

/** For whoever leads the group: what drifts, how much of the milestone is said, and what the rules find. */
export function LeadPart({ group, lead }: { group: string; lead: Lead }) {
  const { drift, findings, milestone } = lead
  return (
    <>
      {milestone && <Said group={group} milestone={milestone} />}
      {drift.length > 0 && (
        <Section title="Drift" count={drift.length} note="active work that nobody drives">
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
        <Section title="What the rules find" note="in this milestone and the next">
          <div className="overflow-hidden rounded-lg border border-line bg-surface">
            {findings.map(({ code, sentence, issues }) => (
              <details key={code} className="group border-b border-line last:border-b-0">
                <summary className="flex min-h-10 items-center gap-3 px-3.5 py-1.5 hover:bg-hover">
                  <span className="flex-1 font-medium">{FINDINGS[code] ?? code}</span>
                  <span className="num text-ink-2">{issues.length}</span>
                </summary>
                <p className="border-t border-line px-3.5 py-2 text-xs text-ink-3">“{sentence}”</p>
                <ul aria-label={FINDINGS[code] ?? code} className="border-t border-line">
                  {issues.map((issue) => (
                    <Row key={issue.ref} group={group} issue={issue}>
                      {issue.because}
                    </Row>
                  ))}
                </ul>
              </details>
            ))}
          </div>
        </Section>
      )}
    </>
  )
}

type SaidProps = { group: string; milestone: NonNullable<Lead['milestone']> }

/** Handbook › Capacity Planning, as one sentence; every term of it stands on the board. */
function Said({ group, milestone: { slug, title, said, done, unweighted, capacity } }: SaidProps) {
  const left = capacity === null ? null : capacity.weight - said
  return (
    <Section title={`Capacity of ${title}`}>
      <div className="flex flex-col gap-2 rounded-lg border border-line bg-surface px-3.5 py-3">
        <p className="num text-pretty">
          {capacity === null
            ? `${figure(said)} said, ${figure(done)} of it done.`
            : `${figure(said)} of ${figure(capacity.weight)} said, ${figure(done)} of it done; ${
                left !== null && left < 0 ? `${figure(-left)} over` : `${figure(left ?? 0)} left`
              }.`}
          {unweighted > 0 &&
            ` ${unweighted} ${unweighted === 1 ? 'Deliverable has' : 'Deliverables have'} no weight.`}{' '}
          <Link
            href={boardLink(group, 'build', { milestone: slug })}
            prefetch={false}
            className="font-medium text-accent underline underline-offset-2"
          >
            Build board
          </Link>
        </p>
        {capacity !== null && capacity.weight > 0 && (
          <div aria-hidden="true" className="flex h-1.5 overflow-hidden rounded-full bg-sunken">
            <i className="bg-good" style={{ width: `${Math.min(100, (done / capacity.weight) * 100)}%` }} />
            <i
              className={left !== null && left < 0 ? 'bg-bad' : 'bg-accent'}
              style={{
                width: `${Math.max(0, Math.min(100, (said / capacity.weight) * 100) - (done / capacity.weight) * 100)}%`,
              }}
            />
          </div>
        )}
      </div>
    </Section>
  )
}
