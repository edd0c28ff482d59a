'use client'

import { useEffect, useRef, useState } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { useHotkeys } from '#components/shell/hotkeys.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { whyNotDay } from '#components/ui/days/date-field.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Kbd, ModKbd } from '#components/ui/keys/kbd.tsx'
import type { AgendaItem, Outcome } from '#lib/contract/syncs.ts'
import { recordOutcome } from '#lib/contract/syncs.ts'
import { parseItem } from '#lib/domain/syncs/agenda.ts'
import { itemName } from '#lib/domain/syncs/minutes.ts'
import {
  OUTCOME_KEYS,
  OUTCOME_TITLES,
  outcomesOf,
  type SyncOutcome,
  whyNotFilled,
  whyNotRevisitOn,
} from '#lib/domain/syncs/outcomes.ts'

import { SYNC_ITEM } from './sync-keys.ts'
import { NOTHING, type OutcomeValues, sentOf } from './outcome-values.ts'

const OutcomeFields = lazyPopup(async () => (await import('./outcome-fields.tsx')).OutcomeFields)

type Props = {
  group: string
  item: AgendaItem
  outcomes: readonly Outcome[]
  driven: boolean
  helped: boolean
  /** Whether it is an issue that is blocked now. */
  blocked: boolean
  onNext: () => void
  onSkip: () => void
}

/** What comes of the item: each outcome opens only the fields that it needs, and acts for real. */
export function OutcomeForm({ group, item, outcomes, driven, helped, blocked, onNext, onSkip }: Props) {
  const { today } = useGroup(group)
  const { change, busy } = useBusyChange()
  const [kind, setKind] = useState<SyncOutcome | null>(null)
  const [values, setValues] = useState<OutcomeValues>(NOTHING)
  const fields = useRef<HTMLFieldSetElement>(null)
  const seen = Math.max(0, ...outcomes.map(({ id }) => id))
  const about = item.about?.kind ?? null
  const kinds = outcomesOf({ kind: parseItem(item.key)?.kind ?? 'point', about, driven, helped })
  useEffect(() => {
    const own = fields.current
    if (kind === null || !own) return undefined
    // a field has the key to itself, so that it is heard here
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      setKind(null)
    }
    own.addEventListener('keydown', close)
    return () => own.removeEventListener('keydown', close)
  }, [kind])
  const choose = (one: SyncOutcome | null) => {
    setKind(one)
    setValues(NOTHING)
  }
  const why = kind === null ? 'Choose an outcome first.' : whyNot({ kind, values, today, busy })
  const send = async () => {
    if (why !== null || kind === null) return
    const answer = await change({
      endpoint: recordOutcome,
      input: { group, item: item.key, kind, seen, ...sentOf(kind, values) },
      message: `Recorded “${OUTCOME_TITLES[kind]}” on ${itemName(item)}.`,
    })
    if (!answer) return
    choose(null)
    if (kind !== 'note') onNext()
  }
  const acts: Record<string, () => void> = {
    s: onSkip,
    'mod+enter': () => void send(),
    Escape: () => choose(null),
  }
  const ofKey = (key: string) => kinds.find((one) => OUTCOME_KEYS[one]?.toLowerCase() === key)
  useHotkeys(
    'Sync item',
    SYNC_ITEM.map((line) => ({
      ...line,
      when: () => line.keys.some((key) => (key === 'Escape' ? kind !== null : key in acts || ofKey(key))),
      act: () => {
        const [key = ''] = line.keys
        const one = ofKey(key)
        if (one) choose(one)
        else acts[key]?.()
      },
    })),
  )
  return (
    <section
      aria-labelledby="outcome"
      className="no-print flex flex-col gap-3 rounded-b-lg border-t border-line bg-sunken px-6 pt-3.5 pb-4 max-sm:px-4"
    >
      <header className="flex flex-wrap items-baseline gap-2">
        <h3 id="outcome" className="flex-1 font-semibold">
          Outcome
        </h3>
        <p className="text-xs text-ink-2">
          {about === null ? 'Recorded in the notes' : `Recorded on the ${about} and in the notes`}
        </p>
      </header>
      <fieldset className="flex min-w-0 flex-wrap gap-2">
        <legend className="sr-only">Outcomes</legend>
        {kinds.map((one) => (
          <Button
            key={one}
            aria-pressed={kind === one}
            className={cx('justify-center', kind === one && 'border-accent text-accent ring-1 ring-accent')}
            onClick={() => choose(kind === one ? null : one)}
          >
            {OUTCOME_TITLES[one]}
            {OUTCOME_KEYS[one] && <Kbd>{OUTCOME_KEYS[one]}</Kbd>}
          </Button>
        ))}
        <Button kind="quiet" onClick={onSkip}>
          Skip <Kbd>S</Kbd>
        </Button>
      </fieldset>
      {kind !== null && (
        <fieldset
          ref={fields}
          aria-label={OUTCOME_TITLES[kind]}
          className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-3.5"
        >
          <OutcomeFields
            key={kind}
            group={group}
            kind={kind}
            blocked={blocked}
            values={values}
            onValues={setValues}
            onClose={() => choose(null)}
          />
          <div className="flex flex-wrap items-center justify-end gap-2">
            <Button kind="quiet" onClick={() => choose(null)}>
              Cancel
            </Button>
            <Button kind="primary" disabledReason={why} onClick={() => void send()}>
              {kind === 'note' ? 'Record' : 'Record and next'} <ModKbd>↵</ModKbd>
            </Button>
          </div>
        </fieldset>
      )}
    </section>
  )
}

type Filling = { kind: SyncOutcome; values: OutcomeValues; today: string; busy: boolean }

function whyNot({ kind, values, today, busy }: Filling): string | null {
  if (busy) return 'Sending…'
  const { to, on, reason, milestone, decision, text, unblocked } = values
  const refusal =
    whyNotFilled({
      kind,
      to: to === '' ? null : to,
      on: on === '' ? null : on,
      reason: reason === '' ? null : reason,
      milestone: milestone === '' ? undefined : milestone,
      decision: decision === '' ? null : decision,
      text: text.trim(),
      unblocked,
    }) ?? (kind === 'revisit' ? whyNotRevisitOn({ day: on, today }) : null)
  if (decision === 'deferred' && on === '') return 'Choose the day on which to look at it again.'
  return whyNotDay(on) ?? refusal?.because ?? null
}
