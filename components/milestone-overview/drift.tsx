'use client'

import { DriftButton } from '#components/dris/drift-button.tsx'
import type { Overview } from '#lib/contract/milestone-overview.ts'

import { IssueLink } from './issue-link.tsx'
import { Nothing, Panel } from './panel.tsx'
import { ShowAll } from './show-all.tsx'

type Drifting = Overview['drift'][number]
type Props = { group: string; drift: readonly Drifting[]; mayAct: boolean }

const FIRST = 5

/** Law: drift is shown, never silently fixed. Each line offers the act that ends it, to the engineering manager. */
export function Drift({ group, drift, mayAct }: Props) {
  return (
    <Panel heading="Drift" count={drift.length}>
      {drift.length === 0 && <Nothing>Every open issue has a DRI who is here and works on it.</Nothing>}
      <ShowAll
        label="Drift"
        items={drift}
        first={FIRST}
        render={(one) => (
          <li
            key={one.ref}
            data-issue={one.ref}
            className="flex items-center gap-2.5 border-b border-line px-3.5 py-2 last:border-b-0"
          >
            <div className="min-w-0 flex-1">
              <p className="font-medium text-pretty">{one.because.replace(/\.$/, '')}</p>
              <p className="text-xs text-pretty text-ink-2">
                <IssueLink group={group} issue={one} />
              </p>
            </div>
            {mayAct && <DriftButton issue={one.ref} kind={one.kind} />}
          </li>
        )}
      />
    </Panel>
  )
}
