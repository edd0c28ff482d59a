'use client'

import { useEffect, useMemo, useState } from 'react'

import { askAbout } from '#components/commands/command-target.ts'
import type { PeekAt } from '#components/issues/page/use-peek.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import type { Plan } from '#lib/contract/plan.ts'

import { AddButton } from '../add/add-button.tsx'
import type { Picked } from '../picked.ts'
import type { PlanRights } from '../plan-rights.ts'
import type { PlanState } from '../plan-state.ts'
import type { useProposal } from '../proposal/use-proposal.ts'
import type { Making } from '../tray/use-make.ts'
import type { ChangePlan } from '../use-plan-state.ts'
import { CandidateTable } from './candidate-table.tsx'
import type { RowActs } from './candidate-row.tsx'
import type { Line } from './lines.ts'
import { NoCandidates } from './no-candidates.tsx'
import { useMoveBelow } from './use-move-below.ts'
import { useOrder } from './use-order.ts'
import { usePicking } from './use-picking.ts'

type Props = {
  group: string
  view: Plan
  lookups: Lookups
  me: string
  rights: PlanRights
  state: PlanState
  change: ChangePlan
  lines: readonly Line[]
  picked: Picked
  total: { capacity: number; picked: number }
  proposal: ReturnType<typeof useProposal>
  making: Making
  add: { isAsking: boolean; ask: (isAsking: boolean) => void }
  onPeek: PeekAt
}

const Tray = lazily(async () => (await import('../tray/tray.tsx')).Tray)
const ProposalNote = lazily(async () => (await import('../proposal/proposal-note.tsx')).ProposalNote)
const DriMenu = lazyPopup(async () => (await import('./dri-menu.tsx')).DriMenu)
const PlaceMenu = lazyPopup(async () => (await import('./place-menu.tsx')).PlaceMenu)
const ContextDialog = lazyPopup(async () => (await import('../tray/context-dialog.tsx')).ContextDialog)

type Asked = { what: 'dri' | 'place'; ref: number; anchor: HTMLElement }

/** Handbook › Build Board: what the EM selects from, by "previous-milestone slippage, PM preference, weight, and priority". */
export function Candidates(props: Props) {
  const { group, view, lookups, rights, state, change, lines, picked, total, proposal, making, add } = props
  const { mayPick, mayOrder, mayWeigh, mayAdd } = rights
  const [asked, setAsked] = useState<Asked | null>(null)
  const { pick, name, whole } = usePicking(lines, change)
  const order = useOrder(group, view)
  const moveBelow = useMoveBelow(group)
  const mayPlace = mayOrder && order.mayPlace
  const acts = useMemo<RowActs>(() => {
    const ask = (what: Asked['what']) => (ref: number, anchor: HTMLElement) =>
      setAsked((now) => (now?.anchor === anchor ? null : { what, ref, anchor }))
    return {
      ...(mayPick ? { onPick: pick, onDri: ask('dri') } : {}),
      ...(mayPlace ? { onPlace: ask('place') } : {}),
      ...(mayWeigh
        ? { onWeigh: (ref: number, anchor: HTMLElement) => askAbout([ref], 'weight', anchor) }
        : {}),
    }
  }, [mayPick, mayPlace, mayWeigh, pick])
  // the first pick finds it here
  useEffect(() => Tray.ahead(), [])
  const count = picked.refs.size
  const shown = view.candidates.length
  const candidates = shown + view.notShown
  return (
    <section
      aria-labelledby="candidates"
      className="@container/list flex min-h-0 min-w-0 flex-1 flex-col rounded-lg border border-line bg-surface max-sm:flex-none print:hidden"
    >
      <header className="flex min-h-10 flex-none flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-3.5 py-1">
        <h2 id="candidates" className="text-sm font-semibold">
          Candidates
        </h2>
        <span className="num text-xs text-ink-3">
          {candidates}
          {view.notShown > 0 && `, ${view.notShown} not shown`}
        </span>
        <span className="min-w-0 flex-1 truncate text-right text-xs text-ink-2 @max-[520px]/list:invisible">
          Ranked by slippage, PM order, priority, weight
        </span>
        {mayAdd && <AddButton group={group} view={view} isAsking={add.isAsking} onAsk={add.ask} />}
        {mayPick && shown > 0 && (
          <Button
            size="sm"
            disabledReason={proposal.busy ? 'Proposing…' : null}
            tip="Fill the capacity from the ranking"
            onClick={() => void proposal.propose()}
          >
            <Icon name="checks" className="size-3.5" />
            Propose
          </Button>
        )}
      </header>
      {state.isProposed && (
        <ProposalNote
          count={count}
          leftOut={proposal.leftOut}
          isPicked={(ref) => picked.refs.has(ref)}
          onDiscard={proposal.discard}
        />
      )}
      {shown === 0 ? (
        <NoCandidates group={group} view={view} mayAdd={mayAdd} onAdd={() => add.ask(true)} />
      ) : (
        <CandidateTable
          group={group}
          view={view}
          lines={lines}
          lookups={lookups}
          me={props.me}
          picked={total.picked}
          leftOut={proposal.reasons}
          acts={acts}
          whole={mayPick ? whole : null}
          onMoveBelow={mayOrder ? moveBelow : undefined}
          onStep={mayPlace ? order.step : undefined}
          onDrop={mayPlace ? order.place : undefined}
          onMake={mayPick && count > 0 ? making.make : undefined}
          onPeek={props.onPeek}
        />
      )}
      {count > 0 && (
        <Tray
          group={group}
          picked={picked}
          total={total}
          busy={making.busy}
          onMake={mayPick ? making.make : undefined}
          onClear={() => change({ picks: [], isProposed: false })}
          onDri={acts.onDri}
        />
      )}
      {making.handedOver && (
        <ContextDialog
          handedOver={making.handedOver}
          lookups={lookups}
          count={picked.made.length}
          onAnswer={making.answer}
          onClose={() => making.answer(null)}
        />
      )}
      {asked?.what === 'dri' && (
        <DriMenu
          view={view}
          lookups={lookups}
          issue={asked.ref}
          anchor={asked.anchor}
          chosen={state.picks.find(({ ref }) => ref === asked.ref)?.dri ?? null}
          onChoose={(person) => name(asked.ref, person)}
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.what === 'place' && (
        <PlaceMenu
          issue={asked.ref}
          anchor={asked.anchor}
          onStep={(step) => order.step(asked.ref, step)}
          onTop={() => order.place(asked.ref, 0)}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  )
}
