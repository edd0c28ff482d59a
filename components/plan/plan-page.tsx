'use client'

import { useMemo, useState } from 'react'

import { usePeek } from '#components/issues/page/use-peek.ts'
import { nameOf, useLookups } from '#components/lookups/lookups.ts'
import { useActor } from '#components/shell/use-group.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { cx } from '#components/ui/cx.ts'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { readPlan } from '#lib/contract/plan.ts'

import { Candidates } from './list/candidates.tsx'
import { linesOf } from './list/lines.ts'
import { driOf, pickedOf, roomsWith } from './picked.ts'
import { PlanMeters } from './meters/plan-meters.tsx'
import { PlanHeader } from './plan-header.tsx'
import { rightsOf } from './plan-rights.ts'
import { Tabs } from './plan-tabs.tsx'
import { useProposal } from './proposal/use-proposal.ts'
import type { PlanAct } from './steps/step-ways.ts'
import { Stepper } from './steps/stepper.tsx'
import { useMake } from './tray/use-make.ts'
import { usePlanState } from './use-plan-state.ts'

/** These move nothing when they come. */
const SessionButton = lazily(async () => (await import('./session/session-button.tsx')).SessionButton)
const PlanningIssuePanel = lazily(
  async () => (await import('#components/planning-issue/planning-issue-panel.tsx')).PlanningIssuePanel,
)
const PrintedCandidates = lazily(
  async () => (await import('./list/printed-candidates.tsx')).PrintedCandidates,
)
const Peek = lazily(async () => (await import('#components/issues/page/peek.tsx')).Peek, { isAskedFor: true })

/** Handbook › Team Milestone Planning Process: where PM and EM plan the next milestone, step by step. */
export function PlanPage({ group, milestone }: { group: string; milestone: string }) {
  const view = usePrefetched(readPlan, { group, milestone })
  const lookups = useLookups(group)
  const actor = useActor(group)
  const [state, change] = usePlanState()
  const [peeked, peek] = usePeek()
  const [dialog, setDialog] = useState<'add' | 'session' | null>(null)
  const rights = useMemo(() => rightsOf(actor, view), [actor, view])
  const picked = useMemo(() => pickedOf(view, state.picks), [view, state.picks])
  const lines = useMemo(() => linesOf(view, picked), [view, picked])
  const rooms = useMemo(() => roomsWith(view, picked), [view, picked])
  const planned = useMemo(
    () =>
      picked.made.map((one) => {
        const { card, loads } = one.candidate
        const { ref, title } = card
        const dri = driOf(one)
        return { ref, title, loads, dri: dri === null ? null : nameOf(dri, lookups) }
      }),
    [picked, lookups],
  )
  const proposal = useProposal(group, milestone, state, change)
  const making = useMake(group, view, picked.made, change)
  const actFor = (act: PlanAct) => {
    if (act === 'issue') return () => change({ tab: 'issue' })
    if (act === 'session') return rights.mayLead ? () => setDialog('session') : null
    if (act === 'add') return rights.mayAdd ? () => setDialog('add') : null
    return rights.mayPick ? () => void proposal.propose() : null
  }
  const asking = (one: 'add' | 'session') => (isAsking: boolean) => setDialog(isAsking ? one : null)
  return (
    <div className="flex min-h-0 flex-1 max-sm:min-h-auto print:block">
      <div className="@container/plan flex min-h-0 min-w-0 flex-1 flex-col gap-3 px-5 pt-3.5 pb-4 max-sm:px-3 print:block">
        <PlanHeader group={group} view={view}>
          <SessionButton
            group={group}
            view={view}
            me={actor.handle}
            mayHold={rights.mayLead}
            isAsking={dialog === 'session'}
            onAsk={asking('session')}
          />
        </PlanHeader>
        <div
          className={cx(
            'flex min-h-0 flex-1 flex-col gap-3 print:block',
            '@min-[820px]/plan:grid @min-[820px]/plan:grid-cols-[minmax(0,1fr)_302px] @min-[820px]/plan:grid-rows-[auto_minmax(0,1fr)] @min-[820px]/plan:gap-x-4',
            '@min-[1080px]/plan:grid-cols-[212px_minmax(0,1fr)_302px] @min-[1080px]/plan:grid-rows-[minmax(0,1fr)]',
          )}
        >
          <div className="scroll-calm min-h-0 print:mt-4 @min-[820px]/plan:col-span-full @min-[1080px]/plan:col-span-1 @min-[1080px]/plan:overflow-y-auto">
            <Stepper
              group={group}
              view={view}
              lookups={lookups}
              open={state.step}
              mayNote={rights.mayLead}
              onOpen={(step) => change({ step })}
              actFor={actFor}
            />
          </div>
          <Tabs tab={state.tab} onTab={(tab) => change({ tab })} />
          <div
            className={cx(
              'flex min-h-0 min-w-0 flex-1 flex-col gap-3 @min-[820px]/plan:flex print:block',
              state.tab === 'issue' && 'hidden',
            )}
          >
            {view.teams.length > 0 && (
              <section
                aria-label="Capacity and mix"
                className="flex-none rounded-lg border border-line bg-surface print:my-3"
              >
                <PlanMeters view={view} picked={picked} meters={rooms.teams} />
              </section>
            )}
            <Candidates
              group={group}
              view={view}
              lookups={lookups}
              me={actor.handle}
              rights={rights}
              state={state}
              change={change}
              lines={lines}
              picked={picked}
              total={rooms.total}
              proposal={proposal}
              making={making}
              add={{ isAsking: dialog === 'add', ask: asking('add') }}
              onPeek={peek}
            />
            <PrintedCandidates view={view} lines={lines} lookups={lookups} picked={rooms.total.picked} />
          </div>
          <aside
            aria-label="Planning issue"
            className={cx(
              'flex min-h-0 min-w-0 flex-col @min-[820px]/plan:flex print:block print:break-before-page',
              state.tab !== 'issue' && 'hidden',
            )}
          >
            <PlanningIssuePanel group={group} milestone={milestone} picks={planned} />
          </aside>
        </div>
      </div>
      {peeked !== null && <Peek group={group} issue={peeked} lookups={lookups} onClose={() => peek(null)} />}
    </div>
  )
}
