'use client'

import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { whyNotAllowed } from '#lib/domain/permissions.ts'

import type { FactsProps } from './facts-props.ts'
import { findingsOf, mendsOf } from './mends.ts'

/** Handbook › Issue Milestones: what "the issue triage report highlights", with the sentence and the way out. */
export function Findings({ open, ...props }: FactsProps & { open: (fact: string) => void }) {
  const findings = findingsOf(props.issue, props.lookups)
  const mayMend = whyNotAllowed(props.actor, 'issue.edit') === null
  if (findings.length === 0) return null
  return (
    <section aria-label="To mend" className="rounded-lg border border-line bg-surface">
      <h2 className="flex items-center gap-1.5 border-b border-line px-3 py-2 text-xs font-medium text-ink-2">
        <Icon name="filter" className="size-3.5 text-warn" />
        {findings.length === 1 ? 'One thing to mend' : `${findings.length} things to mend`}
      </h2>
      <ul>
        {findings.map((finding) => (
          <li
            key={finding.code}
            className="flex flex-col gap-1 px-3 py-2 not-first:border-t not-first:border-line"
          >
            <p className="font-medium text-pretty">{finding.because}</p>
            <p className="text-xs text-pretty text-ink-3">
              <q>{finding.sentence}</q>
            </p>
            {mayMend && (
              <div className="flex flex-wrap gap-1 pt-0.5">
                {mendsOf(finding, { ...props, open }).map(({ label, act }) => (
                  <Button key={label} size="sm" onClick={act}>
                    {label}
                  </Button>
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
