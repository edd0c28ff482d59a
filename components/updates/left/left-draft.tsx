'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { announce } from '#components/shell/announcer.tsx'
import { useDraft } from '#components/shell/drafts.ts'
import { discardDraft, readUpdates, takeOverDraft } from '#lib/contract/updates.ts'
import type { MySubject } from '#lib/contract/updates.ts'
import { reading } from '#lib/http/query.ts'
import { previousIsoWeek } from '#lib/kit/iso-week.ts'
import type { IsoWeek } from '#lib/kit/iso-week.ts'

import { weekText } from '../update-text.ts'
import { readFields } from '../mine/draft-fields.ts'
import { LeftOffer } from './left-offer.tsx'
import type { UpdateDrafting } from '../mine/use-update-draft.ts'

type Props = {
  group: string
  week: IsoWeek
  one: Pick<MySubject, 'subject' | 'kind' | 'ref' | 'left'>
  drafting: UpdateDrafting
  /** Where this device keeps one that never reached the server; it is offered first. */
  here: string | null
}

/** What was begun in a week that has ended, to be read, and then taken over or discarded. It is never posted by itself. */
export function LeftDraft({ here, ...props }: Props) {
  const [isDone, setDone] = useState(false)
  if (here !== null && !isDone) return <OnDevice {...props} here={here} onDone={() => setDone(true)} />
  return props.one.left === null ? null : <OnServer {...props} left={props.one.left} />
}

function OnDevice({
  group,
  week,
  one,
  drafting,
  here,
  onDone,
}: Props & { here: string; onDone: () => void }) {
  const { draft, drop } = useDraft(group, here)
  const fields = draft && readFields(draft.text)
  // another tab that is open holds it
  if (fields === null)
    return one.left === null ? null : <OnServer {...{ group, week, one, drafting }} left={one.left} />
  const title = titleOf(here.slice(-week.length), week)
  const leave = () => {
    drop()
    onDone()
    focusCard(one.subject)
  }
  return (
    <LeftOffer
      heading={`${title}, kept on this device`}
      one={one}
      fields={fields}
      drafting={drafting}
      busy={false}
      onTake={() => {
        drafting.change({ ...fields, confidence: null })
        announce(taken(title))
        leave()
      }}
      onDiscard={leave}
    />
  )
}

type ServerProps = Omit<Props, 'here'> & { left: NonNullable<MySubject['left']> }

function OnServer({ group, week, one: { subject, ...one }, drafting, left }: ServerProps) {
  const client = useQueryClient()
  const { change, busy } = useBusyChange()
  const title = titleOf(left.week, week)
  /** No stream tells of what is a person’s alone. */
  const readAgain = () =>
    client.refetchQueries({ queryKey: reading(readUpdates, { group, week }).queryKey, exact: true })
  const take = async () => {
    await drafting.settle()
    const [from, fromVersion, version] = [left.week, left.version, drafting.draft?.version ?? 0]
    const input = { group, week, subject, from, fromVersion, version }
    const answer = await change({ endpoint: takeOverDraft, input, message: null })
    if (answer !== null) drafting.take(answer.draft)
    await readAgain()
    if (answer === null) return
    announce(taken(title))
    focusCard(subject)
  }
  const discard = async () => {
    const input = { group, week: left.week, subject }
    const answer = await change({ endpoint: discardDraft, input, message: null })
    await readAgain()
    if (answer !== null) focusCard(subject)
  }
  return (
    <LeftOffer
      heading={title}
      one={one}
      fields={left}
      drafting={drafting}
      busy={busy}
      onTake={() => void take()}
      onDiscard={() => void discard()}
    />
  )
}

const titleOf = (of: IsoWeek, week: IsoWeek): string =>
  `Draft of ${of === previousIsoWeek(week) ? 'last week' : weekText(of, week)}`

const taken = (title: string): string => `${title} taken over. Choose a confidence.`

/** The offer goes, and the focus with it. */
function focusCard(subject: string) {
  const card = document.getElementById(subject)
  const field = card?.querySelector<HTMLElement>('textarea[name="progress"]')
  const target = field ?? card
  target?.focus()
}
