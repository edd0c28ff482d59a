'use client'

import { useId, useState } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { useActor, useGroup } from '#components/shell/use-group.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { Button } from '#components/ui/button.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import type { Values } from '#components/ui/popups/form-dialog.tsx'
import type { OutputOf } from '#lib/contract/endpoint.ts'
import { changeGroup } from '#lib/contract/groups.ts'
import { readSteps, setSteps } from '#lib/contract/plan-steps.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'
import { MIXED, type Mix, whyNotMix } from '#lib/domain/plan/mix.ts'
import { MOST_DAYS_BEFORE } from '#lib/domain/plan/steps.ts'

import { FactsPanel } from './facts-panel.tsx'

const FormDialog = lazyPopup(async () => (await import('#components/ui/popups/form-dialog.tsx')).FormDialog)

type Step = OutputOf<typeof readSteps>['steps'][number]

/** When the steps of planning are due, who leads them, and how work shall divide by type. */
export function PlanningSettings({ group, reason }: { group: string; reason: string | null }) {
  return (
    <>
      <StepsPanel group={group} />
      <MixPanel group={group} reason={reason} />
    </>
  )
}

function StepsPanel({ group }: { group: string }) {
  const { steps } = usePrefetched(readSteps, { group })
  const reason = whyNotAllowed(useActor(group), 'planning.steps')?.because ?? null
  const [editing, setEditing] = useState<Step | null>(null)
  return (
    <Panel id={useId()} title="Steps of planning">
      <ul aria-label="Steps of planning">
        {steps.map((step) => (
          <li key={step.key} className="flex items-center gap-3 border-t border-line px-4 py-2">
            <p className="min-w-0 flex-1 text-pretty">
              <bdi className="font-medium">{step.title}</bdi>{' '}
              <span className="text-ink-2">{dueText(step)}</span>
            </p>
            {!reason && (
              <Button
                aria-label={`Edit: ${step.title}`}
                onPointerEnter={FormDialog.ahead}
                onClick={() => setEditing(step)}
              >
                Edit
              </Button>
            )}
          </li>
        ))}
      </ul>
      {editing && <StepForm group={group} step={editing} onClose={() => setEditing(null)} />}
    </Panel>
  )
}

const dueText = ({ dueBefore, owner }: Step): string => {
  const days = dueBefore === 1 ? '1 working day' : `${dueBefore} working days`
  return `${days} before the start · ${owner.toUpperCase()}`
}

function StepForm({ group, step, onClose }: { group: string; step: Step; onClose: () => void }) {
  const { change, busy } = useBusyChange()
  return (
    <FormDialog
      title={step.title}
      description={step.sentence}
      questions={[
        {
          name: 'days',
          label: 'Due, in working days before the start',
          kind: 'number',
          hint: 'The last working day before the start is 1.',
        },
        {
          name: 'owner',
          label: 'Led by',
          options: [
            ['pm', 'Product manager'],
            ['em', 'Engineering manager'],
          ],
        },
      ]}
      values={{ days: String(step.dueBefore), owner: step.owner }}
      buttonLabel="Save"
      busy={busy}
      whyNot={({ days = '' }) =>
        /^\d{1,3}$/.test(days.trim()) && Number(days) <= MOST_DAYS_BEFORE
          ? null
          : `Enter 0 to ${MOST_DAYS_BEFORE} days.`
      }
      onSend={({ days, owner }) =>
        change({
          endpoint: setSteps,
          input: {
            group,
            steps: [{ key: step.key, dueBefore: Number(days), owner: owner === 'em' ? 'em' : 'pm' }],
          },
          message: `Saved ${step.title}.`,
        })
      }
      onClose={onClose}
    />
  )
}

function MixPanel({ group, reason }: { group: string; reason: string | null }) {
  const { mix } = useGroup(group)
  const { change, busy } = useBusyChange()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <FactsPanel
        title="Mix of work"
        reason={reason}
        onEdit={() => setOpen(true)}
        ahead={FormDialog.ahead}
        facts={[['Target', mix === null ? '' : MIXED.map((type) => `${mix[type]} % ${type}`).join(' · ')]]}
      />
      {isOpen && (
        <FormDialog
          title="Mix of work"
          description="How the weight of a milestone shall divide by type. Leave all empty for no target."
          questions={MIXED.map((type) => ({
            name: type,
            label: `${type.charAt(0).toUpperCase()}${type.slice(1)}, in percent`,
            kind: 'number',
          }))}
          values={Object.fromEntries(MIXED.map((type) => [type, mix === null ? '' : String(mix[type])]))}
          buttonLabel="Save"
          busy={busy}
          whyNot={(values) => {
            const read = mixIn(values)
            return read === 'unreadable'
              ? 'Enter whole percent from 0 to 100.'
              : (whyNotMix(read)?.because ?? null)
          }}
          onSend={async (values) => {
            const read = mixIn(values)
            if (read === 'unreadable') return null
            return change({
              endpoint: changeGroup,
              input: { group, mix: read },
              message: 'Saved the mix of work.',
            })
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

/** Null where all is empty. */
function mixIn(values: Values): Mix | null | 'unreadable' {
  const texts = MIXED.map((type) => (values[type] ?? '').trim())
  if (texts.every((text) => text === '')) return null
  if (!texts.every((text) => /^\d{1,3}$/.test(text))) return 'unreadable'
  const [bug = 0, maintenance = 0, feature = 0] = texts.map(Number)
  return { bug, maintenance, feature }
}
