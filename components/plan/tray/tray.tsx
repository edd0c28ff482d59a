'use client'

import Link from 'next/link'

import { figure } from '#lib/domain/capacity/text.ts'
import { askAbout } from '#components/commands/command-target.ts'
import { waysOn } from '#components/commands/next-steps.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { ModKbd } from '#components/ui/keys/kbd.tsx'
import { NOBODY } from '#lib/domain/plan/selection.ts'
import { MODEL_NOT_READY } from '#lib/domain/refusal-codes.ts'
import { issueLink, modelsLink } from '#lib/kit/links.ts'

import type { Picked, RefusedOne } from '../picked.ts'

type Props = {
  group: string
  picked: Picked
  /** In weight: with what is a Deliverable already. */
  total: { capacity: number; picked: number }
  busy: boolean
  /** Left out for those who only look at the picks. */
  onMake: (() => void) | undefined
  onClear: () => void
  /** Names the DRI that is missing, at the button. */
  onDri: ((ref: number, anchor: HTMLElement) => void) | undefined
}

/** What is picked, what a rule refuses of it and why, and the act that makes the rest Deliverables. */
export function Tray({ group, picked: { made, refused }, total, busy, onMake, onClear, onDri }: Props) {
  const count = made.length + refused.length
  return (
    <section
      aria-label="Picked"
      data-below-messages
      className="relative z-10 flex flex-none flex-col gap-2 rounded-b-lg border-t border-line-strong bg-surface px-3 py-2.5 shadow-[0_-8px_20px_-14px_oklch(0_0_0/.4)] max-sm:sticky max-sm:bottom-0 print:hidden"
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
        <p className="num min-w-0 flex-1 basis-52">
          <b className="font-semibold">{count} picked</b>
          {refused.length > 0 && `, ${refused.length} refused`} · weight{' '}
          <b className="font-semibold">{figure(total.picked)}</b> of {figure(total.capacity)}
          {total.picked > total.capacity && (
            <b className="font-medium text-warn">, {figure(total.picked - total.capacity)} over</b>
          )}
        </p>
        {onMake && (
          <>
            <Button kind="quiet" onClick={onClear}>
              Clear
            </Button>
            <Button
              kind="primary"
              className="max-sm:min-h-11 max-sm:flex-1 max-sm:justify-center"
              disabledReason={whyNotNow(made.length, busy)}
              onClick={onMake}
            >
              {made.length === 1 ? 'Make 1 Deliverable' : `Make ${made.length} Deliverables`}
              <ModKbd>↵</ModKbd>
            </Button>
          </>
        )}
      </div>
      {refused.length > 0 && (
        <ul
          aria-label="Refused"
          className="scroll-calm flex max-h-32 flex-col gap-0.5 overflow-y-auto max-sm:max-h-20"
        >
          {refused.map((one) => (
            <Refusal
              key={one.candidate.card.ref}
              group={group}
              refusal={one}
              isReader={!onMake}
              onDri={onDri}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function whyNotNow(count: number, busy: boolean): string | null {
  if (busy) return 'Making Deliverables…'
  return count === 0 ? 'A rule refuses all that is picked. The reasons are listed below.' : null
}

type RefusalProps = Pick<Props, 'group' | 'onDri'> & { refusal: RefusedOne; isReader: boolean }

function Refusal({ group, refusal: { candidate, because, rule }, isReader, onDri }: RefusalProps) {
  const { ref } = candidate.card
  const way = isReader ? undefined : wayFor(ref, rule, onDri)
  return (
    <li className="flex min-h-6 flex-none items-center gap-2 max-sm:items-start">
      <Icon name="warn" className="size-4 flex-none text-warn max-sm:mt-0.5" />
      <b className="num flex-none font-semibold">#{ref}</b>
      <span data-tip={because} className="min-w-0 flex-1 truncate max-sm:whitespace-normal">
        {because}
      </span>
      {way ? (
        <button
          type="button"
          onClick={(event) => way.act(event.currentTarget)}
          className="tap flex-none rounded-xs font-medium text-accent underline underline-offset-2"
        >
          {way.label}
          <span className="sr-only"> of #{ref}</span>
        </button>
      ) : (
        <Link
          href={rule === MODEL_NOT_READY ? modelsLink(group) : issueLink(group, ref)}
          prefetch={false}
          className="tap flex-none rounded-xs font-medium text-accent underline underline-offset-2"
        >
          {rule === MODEL_NOT_READY ? 'Open models' : 'Open issue'}
          <span className="sr-only"> #{ref}</span>
        </Link>
      )}
    </li>
  )
}

type Way = { label: string; act: (anchor: HTMLElement) => void }

/** The next step that the rule offers: a DRI is named here, and of a missing weight several engineers are asked. */
function wayFor(ref: number, rule: string, onDri: Props['onDri']): Way | undefined {
  if (rule === NOBODY && onDri) return { label: 'Choose a DRI', act: (anchor) => onDri(ref, anchor) }
  if (rule === 'weight_missing') {
    return { label: 'Ask for weights', act: () => askAbout([ref], 'weigh_together') }
  }
  return waysOn([ref], rule)[0]
}
