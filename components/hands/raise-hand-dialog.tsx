'use client'

import { useQuery } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { FormEvent } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { Button } from '#components/ui/button.tsx'
import { TextArea } from '#components/ui/field.tsx'
import { ChoiceField } from '#components/ui/popups/choice-field.tsx'
import { CancelButton, Dialog } from '#components/ui/popups/dialog.tsx'
import { raiseHand } from '#lib/contract/hands.ts'
import { readWeek } from '#lib/contract/week.ts'
import { beginningOf, HAND_KINDS, HAND_TITLES, MOST_OF_ASK, whyNotAsk } from '#lib/domain/hands.ts'
import { parseSubject, subjectSign } from '#lib/domain/subjects.ts'
import { reading } from '#lib/http/query.ts'

import { begunWith } from './begun-with.ts'
import type { Raising } from './raise-hand.ts'

type Props = { group: string; asked: Raising; onClose: () => void }

const MYSELF = 'myself'
const signOf = (about: string): string | null => {
  const subject = parseSubject(about)
  return subject && subjectSign(subject)
}

/** Handbook › Raising hands early: "with a clear ask". One kind, one sentence, and what it is about. */
export function RaiseHandDialog({ group, asked, onClose }: Props) {
  const [defaults] = useState(() => begunWith(asked))
  const { change, busy } = useBusyChange()
  const [about, setAbout] = useState(defaults.subject ?? MYSELF)
  const [kind, setKind] = useState(defaults.kind ?? 'stuck')
  const [ask, setAsk] = useState(defaults.ask ?? beginningOf(kind, signOf(about)))
  const field = useRef<HTMLTextAreaElement>(null)
  /** The person writes on behind what it begins with. */
  const begins = useCallback((area: HTMLTextAreaElement | null) => {
    field.current = area
    area?.setSelectionRange(area.value.length, area.value.length)
  }, [])
  const mine = useQuery(reading(readWeek, { group })).data?.mine ?? []
  const choices = aboutChoices(defaults.subject, mine)
  const reason = busy ? 'Saving…' : (whyNotAsk(ask)?.because ?? null)
  /** What was only begun begins anew; what was written stays. */
  const begin = (next: { about: string; kind: typeof kind }) => {
    if (ask.trim() === '' || ask === beginningOf(kind, signOf(about)))
      setAsk(beginningOf(next.kind, signOf(next.about)))
    setAbout(next.about)
    setKind(next.kind)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reason !== null) return
    const raised = await change({
      endpoint: raiseHand,
      input: { group, kind, ask, ...(about === MYSELF ? {} : { subject: about }) },
      message: 'Your hand is raised. The engineering manager and those who follow it are told.',
    })
    if (raised !== null) onClose()
  }
  return (
    <Dialog
      title="Raise a hand"
      description="Raising a hand early is part of the work. Open hands come first for everyone."
      wide
      first={field}
      onClose={onClose}
    >
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <div className="flex gap-3 max-sm:flex-col [&>*]:flex-1">
          <ChoiceField
            label="What is it"
            value={kind}
            choices={HAND_KINDS.map((value) => ({ value, label: HAND_TITLES[value] }))}
            onValue={(value) => begin({ about, kind: HAND_KINDS.find((one) => one === value) ?? kind })}
          />
          <ChoiceField
            label="About"
            value={about}
            choices={choices}
            onValue={(value) => begin({ about: value, kind })}
          />
        </div>
        <TextArea
          ref={begins}
          label="What you need, in one sentence"
          rows={3}
          maxLength={MOST_OF_ASK}
          value={ask}
          onChange={({ target }) => setAsk(target.value)}
        />
        <div className="flex justify-end gap-2">
          <CancelButton />
          <Button kind="primary" type="submit" disabledReason={reason}>
            Raise hand
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** What it began with, oneself, and the open issues that one works on. */
function aboutChoices(subject: string | undefined, mine: readonly { ref: number; title: string }[]) {
  const titles = new Map(mine.map(({ ref, title }) => [`issue-${ref}`, `#${ref} ${title}`]))
  const first =
    subject === undefined
      ? []
      : [{ value: subject, label: titles.get(subject) ?? signOf(subject) ?? subject }]
  const others = [...titles]
    .filter(([value]) => value !== subject)
    .map(([value, label]) => ({ value, label }))
  return [...first, { value: MYSELF, label: 'My work as a whole' }, ...others]
}
