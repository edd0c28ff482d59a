'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { Lookups } from '#components/lookups/lookups.ts'
import { Button } from '#components/ui/button.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import type { Issue } from '#lib/contract/issues.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'

import { RunningWeighing } from './running-weighing.tsx'
import { VoteLines } from './vote-lines.tsx'
import { useWeighingActs } from './weighing-acts.ts'
import { weighingRead } from './weighing-read.ts'

const OpenWeighingDialog = lazyPopup(
  async () => (await import('./open-weighing-dialog.tsx')).OpenWeighingDialog,
)

type Props = { group: string; issue: Issue; lookups: Lookups; actor: Actor & { handle: string } }

/** Handbook › Team Milestone Planning Process: "Estimation of effort using weights (Engineers and EM)". */
export function WeighingSection({ group, issue, lookups, actor }: Props) {
  const { data, error } = useQuery(weighingRead(group, issue.ref))
  const acts = useWeighingActs(group, issue.ref)
  const [asking, setAsking] = useState(false)
  const weighing = data?.weighing ?? null
  const running = weighing !== null && weighing.closedAt === null
  const canBegin = issue.state === 'open' && may(actor, 'issue.weigh')
  if (!running && !canBegin && weighing?.agreed == null) return null
  return (
    <section aria-label="Estimation" className="border-t border-line pt-3">
      <div className="flex min-h-6 items-center justify-between pb-1">
        <h2 className="text-xs font-medium text-ink-3">Estimation</h2>
        {!running && canBegin && (
          <Button
            size="sm"
            kind="quiet"
            className="-mr-2"
            onPointerEnter={OpenWeighingDialog.ahead}
            onClick={() => setAsking(true)}
          >
            Estimate together…
          </Button>
        )}
      </div>
      {error && <p className="text-ink-2">Could not load the estimation. Try again in a moment.</p>}
      {data && !running && weighing?.agreed == null && (
        <p className="text-pretty text-ink-3">
          Estimate with several people; weights stay hidden until the reveal.
        </p>
      )}
      {weighing && running && (
        <RunningWeighing weighing={weighing} lookups={lookups} actor={actor} acts={acts} />
      )}
      {weighing && weighing.agreed !== null && (
        <>
          <p className="pb-1.5">
            Agreed on <b className="num">{weighing.agreed}</b>
            {weighing.agreed !== issue.weight && ', changed since'}.
          </p>
          <VoteLines votes={weighing.votes} lookups={lookups} revealed />
        </>
      )}
      {asking && data && (
        <OpenWeighingDialog
          issue={issue.ref}
          people={lookups.people}
          proposed={data.proposed}
          onOpen={acts.open}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  )
}
