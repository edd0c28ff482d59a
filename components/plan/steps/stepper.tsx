'use client'

import { useState } from 'react'

import { nameOf } from '#components/lookups/lookups.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { lazily } from '#components/ui/popups/lazily.tsx'
import type { Plan, PlanStep } from '#lib/contract/plan.ts'

import type { PlanAct } from './step-ways.ts'
import { doneText, dueText } from './step-text.ts'

const StepDetail = lazily(async () => (await import('./step-detail.tsx')).StepDetail)

type Props = {
  group: string
  view: Plan
  lookups: Lookups
  /** The step that is open. */
  open: string | null
  mayNote: boolean
  onOpen: (step: string | null) => void
  /** Null for what this reader does not do. */
  actFor: (act: PlanAct) => (() => void) | null
}

/**
 * Handbook › Team Milestone Planning Process: the seven steps, each with its owner, its day and what is done of it. Beside
 * the list where there is room, else one line that opens into them.
 */
export function Stepper(props: Props) {
  const { view, open } = props
  const [isUnfolded, setUnfolded] = useState(open !== null)
  const { steps, next } = view
  const now = steps.find(({ key }) => key === next) ?? steps.at(-1)
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <button
        type="button"
        aria-expanded={isUnfolded}
        onClick={() => setUnfolded(!isUnfolded)}
        className="num flex min-h-9 min-w-0 items-center gap-2 rounded-lg border border-line bg-surface px-3 text-left text-xs hover:bg-hover @min-[1080px]/plan:hidden print:hidden"
      >
        <span aria-hidden="true" className="flex flex-none gap-1">
          {steps.map(({ key, state }) => (
            <i
              key={key}
              className={cx(
                'size-2 rounded-full border',
                state === 'done'
                  ? 'border-good bg-good'
                  : key === next
                    ? 'border-accent'
                    : 'border-line-strong',
              )}
            />
          ))}
        </span>
        <span className="min-w-0 flex-1 truncate">
          {now && next !== null ? (
            <>
              <b dir="auto" className="font-semibold">
                {now.title}
              </b>
              <span className="text-ink-2"> · {now.text}</span>
            </>
          ) : (
            <b className="font-semibold">{doneText(steps)}</b>
          )}
        </span>
        {now && next !== null && (
          <span className={cx('flex-none', now.state === 'late' ? 'font-medium text-warn' : 'text-ink-3')}>
            {dueText(now, view.today)}
          </span>
        )}
        <Icon name="chevron" className={cx('size-3.5 text-ink-3', isUnfolded && 'rotate-180')} />
      </button>
      <ol
        aria-label="Steps"
        className={cx(
          'min-w-0 pt-0.5 @min-[1080px]/plan:block print:block print:columns-2',
          !isUnfolded && 'hidden',
        )}
      >
        {steps.map((step, at) => (
          <Step key={step.key} {...props} step={step} place={at + 1} isNow={step.key === next} />
        ))}
      </ol>
    </div>
  )
}

type StepProps = Props & { step: PlanStep; place: number; isNow: boolean }

const STATES = { done: 'done', late: 'late', open: 'open' } as const

function Step({ step, place, isNow, ...props }: StepProps) {
  const { view, lookups, open, onOpen } = props
  const { key, title, text, state, owner, who } = step
  const isOpen = open === key
  const isDone = state === 'done'
  const [leader] = owner.people
  return (
    <li
      aria-current={isNow ? 'step' : undefined}
      className={cx(
        'relative grid break-inside-avoid grid-cols-[20px_minmax(0,1fr)] gap-x-2.5 pb-4 last:pb-0',
        'not-last:before:absolute not-last:before:top-6 not-last:before:bottom-0.5 not-last:before:left-[9.5px] not-last:before:w-px not-last:before:content-[""]',
        isDone ? 'not-last:before:bg-good' : 'not-last:before:bg-line-strong',
      )}
    >
      <span
        aria-hidden="true"
        className={cx(
          'num grid size-5 place-items-center rounded-full border-[1.5px] text-2xs [print-color-adjust:exact]',
          isDone
            ? 'border-good bg-good text-surface'
            : isNow
              ? 'border-accent bg-surface font-semibold text-accent ring-3 ring-accent-soft'
              : 'border-line-strong bg-surface text-ink-2',
        )}
      >
        {isDone ? <Icon name="check" className="size-3" /> : place}
      </span>
      <div className="min-w-0">
        <button
          type="button"
          aria-expanded={isOpen}
          onPointerEnter={StepDetail.ahead}
          onFocus={StepDetail.ahead}
          onClick={() => onOpen(isOpen ? null : key)}
          className="tap -mx-1 block w-[calc(100%+8px)] rounded-sm px-1 text-left hover:bg-hover"
        >
          <b dir="auto" className="block leading-5 font-semibold">
            {title}
          </b>
          <span className="sr-only">, {STATES[state]}. </span>
          <span className="num block text-xs text-pretty text-ink-2">{text}</span>
          <span className="num mt-0.5 flex items-center gap-1.5 text-2xs text-ink-3">
            {leader && <Avatar face={{ handle: leader, name: nameOf(leader, lookups) }} size="sm" silent />}
            <span className="min-w-0">
              {who} ·{' '}
              <span className={cx(state === 'late' && 'font-medium text-warn')}>
                {dueText(step, view.today)}
              </span>
            </span>
          </span>
          {step.note && !isOpen && (
            <span dir="auto" className="mt-1 line-clamp-2 block text-xs text-ink-2 italic">
              {step.note.body}
            </span>
          )}
        </button>
        {isOpen && <StepDetail {...props} step={step} />}
      </div>
    </li>
  )
}
