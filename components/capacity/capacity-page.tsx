'use client'

import { MilestonePicker } from '#components/milestones/milestone-picker.tsx'
import { useActor } from '#components/shell/use-group.ts'
import { PastButton } from '#components/past/past-button.tsx'
import { useAt } from '#components/shell/past.ts'
import { useShown } from '#components/changes/use-shown.ts'
import { cx } from '#components/ui/cx.ts'
import { Chip } from '#components/ui/chip.tsx'
import { daySpan } from '#components/ui/days/days.ts'
import { PageFrame } from '#components/ui/page-frame.tsx'
import { OpenSandbox } from '#components/sandboxes/open-sandbox.tsx'
import { Empty } from '#components/ui/state.tsx'
import { readCapacity } from '#lib/contract/capacity.ts'
import type { CapacityView } from '#lib/contract/capacity.ts'
import { whyNotPlanIn } from '#lib/domain/capacity/rules.ts'
import { may } from '#lib/domain/permissions.ts'
import { capacityLink } from '#lib/kit/links.ts'
import { momentOf } from '#lib/kit/past.ts'
import { figure, overText } from '#lib/domain/capacity/text.ts'

import { CapacityGrid } from './capacity-grid.tsx'
import { CarryOver } from './carry-over.tsx'
import { confirmedText } from './capacity-text.ts'
import { Confirmations } from './confirmations.tsx'
import { Duties } from './duties.tsx'
import { Lanes } from './lanes.tsx'
import { MyDays } from './my-days.tsx'
import { Velocity } from './velocity.tsx'

/** What the group can carry in a milestone, and how every figure of it comes about. */
export function CapacityPage({ group, milestone }: { group: string; milestone: string }) {
  const at = useAt()
  const { data: view, waiting } = useShown(readCapacity, { group, milestone, ...momentOf(at) })
  const actor = useActor(group)
  const isPlanned = whyNotPlanIn(view.milestone) === null
  const mayOverride = isPlanned && may(actor, 'capacity.override')
  const own = view.confirmations.find(({ person }) => person === actor.handle)
  const { title, startOn, dueOn } = view.milestone
  const weeks = view.weeks.length
  return (
    <PageFrame className={cx('flex flex-col gap-4 transition-opacity', waiting && 'opacity-60')}>
      <header className="flex flex-wrap items-center gap-2">
        <h1 className="text-lg">Capacity</h1>
        <MilestonePicker
          group={group}
          milestone={milestone}
          title={title}
          href={(to) => capacityLink(group, to, momentOf(at))}
        />
        {startOn && dueOn && (
          <Chip>
            {daySpan(startOn, dueOn)} · {weeks === 1 ? '1 week' : `${weeks} weeks`}
          </Chip>
        )}
        <Chip>1 weight = {figure(view.daysPerWeight)} days</Chip>
        <span className="ml-auto flex items-center gap-2 max-sm:ml-0 print:hidden">
          <PastButton />
          {own && isPlanned && at === null && (
            <MyDays
              group={group}
              milestone={view.milestone}
              person={actor.handle}
              isConfirmed={own.confirmedAt !== null}
            />
          )}
        </span>
      </header>
      <Sentence view={view} />
      {view.rows.length === 0 ? (
        <Empty title="No team has people in these days">
          <p>Capacity is what people give to their functional teams. Add people to teams under Settings.</p>
        </Empty>
      ) : (
        <CapacityGrid group={group} view={view} mayOverride={mayOverride} />
      )}
      {view.rows.length > 0 && (
        <div className="grid grid-cols-2 items-start gap-x-6 gap-y-6 max-lg:grid-cols-1">
          <div className="flex min-w-0 flex-col gap-6">
            {view.carryOver && (
              <CarryOver
                group={group}
                milestone={milestone}
                carryOver={view.carryOver}
                mayWeigh={mayOverride}
              />
            )}
            <Lanes group={group} view={view} mayEdit={isPlanned && may(actor, 'lanes.assign')} />
            <Velocity view={view} />
          </div>
          <div className="flex min-w-0 flex-col gap-6">
            <Confirmations group={group} view={view} mayAsk={mayOverride} />
            <Duties group={group} view={view} maySet={may(actor, 'duty.assign')} />
            {at === null && <OpenSandbox group={group} milestone={view.milestone} />}
          </div>
        </div>
      )}
    </PageFrame>
  )
}

function Sentence({ view }: { view: CapacityView }) {
  const { weight, load, unweighted } = view.total
  const over = overText(load, weight)
  return (
    <p className="num text-xl text-pretty">
      The group can commit <b>{figure(weight)}</b> in {view.milestone.title}; candidates add up to{' '}
      <b>{figure(load)}</b>
      {over && <span className="text-warn">, {over}</span>}.{' '}
      {unweighted > 0 &&
        `${unweighted === 1 ? '1 candidate has' : `${unweighted} candidates have`} no weight yet. `}
      {confirmedText(view.confirmations)}
    </p>
  )
}
