'use client'

import { useEffect, useId, useState } from 'react'

import { lazily } from '#components/ui/popups/lazily.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import type { MySubject, WeekOfUpdates } from '#lib/contract/updates.ts'
import { subjectSign } from '#lib/domain/subjects.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { CardHeader } from './card-header.tsx'
import { write } from './desk.ts'
import type { Desk } from './desk.ts'
import { whyNotReady } from './draft-fields.ts'
import { OpenCard } from './open-card.tsx'
import { leftPlace } from '../left/left-place.ts'
import { PostedLine } from './posted-line.tsx'
import { SavedText } from './saved-text.tsx'
import { useKeptPlaces } from '#components/shell/drafts.ts'
import { useDiscard } from './use-discard.ts'
import { draftPlace, useUpdateDraft } from './use-update-draft.ts'
import type { UpdateDrafting } from './use-update-draft.ts'

const DiscardDialog = lazyPopup(async () => (await import('#components/ui/popups/dialog.tsx')).DiscardDialog)

const LeftDraft = lazily(async () => (await import('../left/left-draft.tsx')).LeftDraft)

type Props = {
  group: string
  week: Pick<WeekOfUpdates, 'week' | 'milestone'>
  one: MySubject
  desk: Desk
  waits: boolean
  zone: string
  today: PlainDate
}

/** Handbook › Weekly status updates: what moved forward, what is blocked, and what is next of one subject. */
export function UpdateCard({ group, week, one, desk, waits, zone, today }: Props) {
  const { subject, update } = one
  const id = useId()
  const drafting = useUpdateDraft(group, week.week, one)
  /** The version that is being edited: once it is posted, the card is closed. */
  const [editing, setEditing] = useState<number | null>(null)
  const isChanged = drafting.hasTyped || drafting.draft !== null
  const isOpen = update === null || editing === update.version || isChanged
  const { isAsking, ask, stay, discard } = useDiscard({ group, week: week.week, subject }, drafting.forget)
  useAtDesk(desk, subject, isOpen, drafting)
  const here = leftPlace(useKeptPlaces(group, draftPlace(subject, '')), draftPlace(subject, week.week))
  const cancel = () => (isChanged ? ask() : setEditing(null))
  const sign = subjectSign(one)
  const missing = whyNotReady(drafting.fields)
  return (
    <article
      id={subject}
      data-subject={subject}
      tabIndex={-1}
      aria-labelledby={id}
      className="@container/card scroll-mt-4 rounded-lg border border-line bg-surface outline-none focus-within:border-accent focus-within:ring-1 focus-within:ring-accent"
    >
      <CardHeader id={id} group={group} one={one} today={today}>
        {isOpen && <SavedText drafting={drafting} missing={missing} waits={waits} zone={zone} />}
      </CardHeader>
      {(one.left !== null || here !== null) && (
        <LeftDraft group={group} week={week.week} one={one} drafting={drafting} here={here} />
      )}
      {isOpen ? (
        <OpenCard week={week} one={one} drafting={drafting} onCancel={update ? cancel : undefined} />
      ) : (
        update && (
          <PostedLine
            sign={sign}
            update={update}
            zone={zone}
            today={today}
            onEdit={() => setEditing(update.version)}
          />
        )
      )}
      {isAsking && (
        <DiscardDialog
          what={`Your changes to the update of ${sign} are not posted.`}
          onClose={stay}
          onDiscard={() => {
            setEditing(null)
            void discard()
          }}
        />
      )}
    </article>
  )
}

/** What the rest of the page knows of the card. */
function useAtDesk(desk: Desk, subject: string, isOpen: boolean, { fields, change, settle }: UpdateDrafting) {
  useEffect(() => write(desk, subject, isOpen ? fields : null), [desk, subject, isOpen, fields])
  useEffect(() => () => write(desk, subject, null), [desk, subject])
  useEffect(() => {
    desk.acts.set(subject, { choose: (confidence) => change({ confidence }), settle })
    return () => void desk.acts.delete(subject)
  })
}
