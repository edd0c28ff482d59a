'use client'

import { useState } from 'react'

import { Panel, Nothing } from '#components/milestone-overview/panel.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'
import { dayIn, dayMonth } from '#components/ui/days/days.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Note } from '#components/ui/tag.tsx'
import { useGroup } from '#components/shell/use-group.ts'
import type { Retrospective, RetrospectiveAction } from '#lib/contract/retrospectives.ts'
import { STATE_WORDS } from '#lib/domain/retrospectives/minutes-text.ts'
import { sinceMonth } from '#lib/domain/retrospectives/months.ts'

import type { Person } from './point-fields.tsx'
import type { RetrospectiveActs } from './retrospective-acts.ts'

export const ActionDialog = lazyPopup(async () => (await import('./action-dialog.tsx')).ActionDialog)

type Props = {
  group: string
  retrospective: Retrospective
  people: readonly Person[]
  acts: RetrospectiveActs
  canWrite: boolean
  onAdd: () => void
}

/** What was agreed on, with what earlier months left open. */
export function ActionsPanel({ group, retrospective, people, acts, canWrite, onAdd }: Props) {
  const { actions, month, stage } = retrospective
  const [edited, setEdited] = useState<RetrospectiveAction | null>(null)
  const canAdd = canWrite && stage === 'open'
  return (
    <Panel
      heading="Actions"
      count={actions.length}
      side={
        canAdd && (
          <Button
            size="sm"
            aria-haspopup="dialog"
            className="no-print"
            onPointerEnter={ActionDialog.ahead}
            onFocus={ActionDialog.ahead}
            onClick={onAdd}
          >
            Add action…
          </Button>
        )
      }
    >
      {actions.length === 0 && (
        <Nothing>
          {stage === 'closed'
            ? 'No actions were agreed on.'
            : 'No actions yet. Agree on them once the points are open.'}
        </Nothing>
      )}
      {actions.length > 0 && (
        <ul aria-label="Actions">
          {actions.map((action) => (
            <ActionLine
              key={action.id}
              group={group}
              action={action}
              month={month}
              acts={acts}
              canWrite={canWrite && stage !== 'closed'}
              onEdit={() => setEdited(action)}
            />
          ))}
        </ul>
      )}
      {edited && (
        <ActionDialog
          group={group}
          people={people}
          action={edited}
          onSend={(agreed) => acts.editAction(edited, agreed)}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  )
}

type LineProps = {
  group: string
  action: RetrospectiveAction
  month: string
  acts: RetrospectiveActs
  canWrite: boolean
  onEdit: () => void
}

function ActionLine({ group, action, month, acts, canWrite, onEdit }: LineProps) {
  const { zone, today } = useGroup(group)
  const { text, owner, dueOn, state, endedAt, later } = action
  const isLate = state === 'open' && dueOn < today && later === null
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1.5 border-b border-line px-3.5 py-2.5 last:border-b-0 print:break-inside-avoid">
      <div className="flex min-w-0 flex-1 basis-3/5 flex-col gap-1">
        <p className="font-medium text-pretty wrap-anywhere">
          <bdi>{text}</bdi>
        </p>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-2">
          <Avatar face={owner} size="sm" silent />
          <bdi>{owner.name}</bdi>
          <span className="num">due {dayMonth(dueOn)}</span>
          {isLate && <Note tone="warn">Past its day</Note>}
          {action.month !== month && <Note tone="calm">Carried over {sinceMonth(action.month, month)}</Note>}
          {state !== 'open' && (
            <Note tone={state === 'done' ? 'good' : 'calm'}>
              {STATE_WORDS[state]}
              {endedAt ? `, ${dayMonth(dayIn(zone, endedAt))}` : ''}
            </Note>
          )}
          {later && (
            <Note tone={later.state === 'done' ? 'good' : 'calm'}>
              {STATE_WORDS[later.state]} since then{later.at ? `, ${dayMonth(dayIn(zone, later.at))}` : ''}
            </Note>
          )}
        </p>
      </div>
      {canWrite && (
        <span className="no-print flex flex-none flex-wrap gap-1.5">
          {state === 'open' ? (
            <>
              <Button size="sm" aria-label={`Done: ${text}`} onClick={() => void acts.turn(action, 'done')}>
                Done
              </Button>
              <Button
                size="sm"
                kind="quiet"
                aria-haspopup="dialog"
                aria-label={`Edit the action: ${text}`}
                onPointerEnter={ActionDialog.ahead}
                onFocus={ActionDialog.ahead}
                onClick={onEdit}
              >
                Edit…
              </Button>
              <Button
                size="sm"
                kind="quiet"
                aria-label={`Drop the action: ${text}`}
                onClick={() => void acts.turn(action, 'dropped')}
              >
                Drop
              </Button>
            </>
          ) : (
            <Button
              size="sm"
              kind="quiet"
              aria-label={`Reopen the action: ${text}`}
              onClick={() => void acts.turn(action, 'open')}
            >
              Reopen
            </Button>
          )}
        </span>
      )}
    </li>
  )
}
