'use client'

import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { FormEvent } from 'react'

import { useLookups } from '#components/lookups/lookups.ts'
import { useActor, useGroup } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { DateField, whyNotDay } from '#components/ui/days/date-field.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { submitByKey } from '#components/ui/submit-by-key.ts'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { readIssue } from '#lib/contract/issues.ts'
import type { PushBackFacts } from '#lib/contract/push-backs.ts'
import { DECISIONS } from '#lib/domain/push-back-terms.ts'
import { whyNotDecide } from '#lib/domain/push-backs.ts'
import type { Decision } from '#lib/domain/push-back-terms.ts'
import { reading } from '#lib/http/query.ts'

import { movesOf, STAYS } from './moves.ts'
import { usePushBackActs } from './push-back-acts.ts'
import { DECISION_HINTS, DECISION_TITLES } from './push-back-text.ts'

type Props = { group: string; pushBack: PushBackFacts }

/** Accept, decline or defer, with a note; accepting may move the issue in the same act. */
export function DecideForm({ group, pushBack }: Props) {
  const { today } = useGroup(group)
  const [decision, setDecision] = useState<Decision | null>(null)
  const [note, setNote] = useState('')
  const [day, setDay] = useState(() =>
    pushBack.revisitOn && pushBack.revisitOn > today ? pushBack.revisitOn : '',
  )
  const [move, setMove] = useState(STAYS)
  const { decide, busy } = usePushBackActs(group)
  const moves = useMoves(group, pushBack, decision === 'accepted')
  const chosen = moves.find(({ value }) => value === move)
  const revisitOn = day === '' ? null : day
  const why = whyNotSend({ pushBack, decision, day, today, busy })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (why || decision === null) return
    const moved = decision === 'accepted' && chosen?.move ? { move: chosen.move } : {}
    await decide(pushBack, { decision, note: note.trim(), revisitOn, ...moved })
  }
  return (
    <form
      noValidate
      onSubmit={(event) => void submit(event)}
      className="flex max-w-2xl flex-col gap-3 no-print"
    >
      <Decisions value={decision} onValue={setDecision} />
      {decision !== null && (
        <>
          {decision === 'accepted' && moves.length > 1 && (
            <ChoiceField
              label="The issue"
              {...(chosen?.hint ? { hint: chosen.hint } : {})}
              value={move}
              choices={moves.map(({ value, label }) => ({ value, label }))}
              onValue={setMove}
            />
          )}
          <TextArea
            label="Note (optional)"
            rows={2}
            onKeyDown={submitByKey}
            maxLength={2_000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <DateField
            label={decision === 'deferred' ? 'Decide on' : 'Look at it again on (optional)'}
            hint="It comes back to the inbox on that day."
            value={day}
            today={today}
            onValue={setDay}
          />
          <Button kind="primary" type="submit" className="self-start" disabledReason={why}>
            {DECISION_TITLES[decision]} the push-back
          </Button>
        </>
      )}
    </form>
  )
}

type Sending = {
  pushBack: PushBackFacts
  decision: Decision | null
  day: string
  today: string
  busy: boolean
}

function whyNotSend({ pushBack, decision, day, today, busy }: Sending): string | null {
  if (busy) return 'Sending…'
  if (decision === null) return 'Choose a decision first.'
  const { state, revisitOn, version, decidedBy } = pushBack
  const standing = { state, revisitOn, version, decidedBy: decidedBy?.name ?? null }
  const given = { decision, revisitOn: day === '' ? null : day, seen: version, today }
  return whyNotDay(day) ?? whyNotDecide(standing, given)?.because ?? null
}

/** Where the issue may go with the decision; its facts are read once they are asked for. */
function useMoves(group: string, { subject }: PushBackFacts, isAsked: boolean) {
  const actor = useActor(group)
  const { labels, milestones, current } = useLookups(group)
  const isIssue = subject.kind === 'issue' && subject.open
  const { data: issue } = useQuery({
    ...reading(readIssue, { group, ref: isIssue ? Number(subject.key) : 1 }),
    enabled: isIssue && isAsked,
  })
  if (!isIssue || !issue) return []
  return movesOf({ issue, actor, labels, milestones, current })
}

type DecisionsProps = { value: Decision | null; onValue: (value: Decision) => void }

function Decisions({ value, onValue }: DecisionsProps) {
  const name = useId()
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="pb-1 font-medium">Decide</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {DECISIONS.map((one) => (
          <label key={one} className="flex min-h-6 items-start gap-2 py-0.5 pointer-coarse:py-3">
            <input
              type="radio"
              name={name}
              className="mt-0.5 size-4 flex-none accent-accent"
              checked={value === one}
              onChange={() => onValue(one)}
            />
            <span>
              {DECISION_TITLES[one]} <span className="text-xs text-ink-3">{DECISION_HINTS[one]}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
