'use client'

import { useRef, useState } from 'react'

import { useChoice } from '#components/charts/address.ts'
import { useActor } from '#components/shell/use-group.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { PageFrame } from '#components/ui/page-frame.tsx'
import { listPeople } from '#lib/contract/people.ts'
import { readRetrospective } from '#lib/contract/retrospectives.ts'
import { may } from '#lib/domain/permissions.ts'
import { headline } from '#lib/domain/retrospectives/minutes-text.ts'

import { ActionDialog, ActionsPanel } from './actions-panel.tsx'
import { PointForm } from './point-form.tsx'
import { ORDERS, PointsPanel } from './points-panel.tsx'
import { RetrospectiveHeader } from './retrospective-header.tsx'
import { useRetrospectiveActs } from './retrospective-acts.ts'
import { TablePanels } from './table-panels.tsx'
import { usePointKeys } from './use-point-keys.ts'

/** Handbook › Cadence: "Retrospective on process health", monthly, owned by the team. */
export function RetrospectivePage({ group, month }: { group: string; month: string }) {
  const retrospective = usePrefetched(readRetrospective, { group, retrospective: month })
  const people = usePrefetched(listPeople, { group }).items
  const actor = useActor(group)
  const acts = useRetrospectiveActs(group, month)
  const [order, setOrder] = useChoice('by', ORDERS)
  const [isAdding, setAdding] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const { stage, points, table } = retrospective
  const canWrite = may(actor, 'retrospective.write') && stage !== 'closed'
  const isOpen = canWrite && stage === 'open'
  usePointKeys({
    points,
    onVote: (point) => void acts.vote(point),
    onPoint: () => field.current?.focus(),
    onAction: () => setAdding(true),
    canVote: isOpen,
    canWrite,
    canAgree: isOpen,
  })
  const sentence = headline(table)
  return (
    <PageFrame className="flex flex-col gap-3.5">
      <RetrospectiveHeader group={group} retrospective={retrospective} acts={acts} />
      {sentence && <p className="num max-w-3xl text-xl leading-snug text-balance">{sentence}</p>}
      <div className="grid grid-cols-[minmax(0,1fr)_400px] items-start max-xl:grid-cols-[minmax(0,1fr)_320px] gap-3.5 max-lg:grid-cols-1 print:grid-cols-1">
        <div className="flex min-w-0 flex-col gap-3.5">
          <PointsPanel
            retrospective={retrospective}
            order={order}
            onOrder={setOrder}
            people={people}
            acts={acts}
            canWrite={canWrite}
            form={
              canWrite && (
                <PointForm
                  group={group}
                  month={month}
                  stage={stage}
                  people={people}
                  acts={acts}
                  field={field}
                />
              )
            }
          />
          <ActionsPanel
            group={group}
            retrospective={retrospective}
            people={people}
            acts={acts}
            canWrite={may(actor, 'retrospective.write')}
            onAdd={() => setAdding(true)}
          />
        </div>
        <TablePanels group={group} table={table} />
      </div>
      {isAdding && (
        <ActionDialog
          group={group}
          people={people}
          action={null}
          onSend={acts.addAction}
          onClose={() => setAdding(false)}
        />
      )}
    </PageFrame>
  )
}
