'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormEvent } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { useActor, useGroup } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { DateField, whyNotDay } from '#components/ui/days/date-field.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Dialog } from '#components/ui/popups/dialog.tsx'
import { ShownOnce } from '#components/ui/shown-once.tsx'
import { createShare, listShares } from '#lib/contract/shares.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'
import { type Shared, sharedTitle } from '#lib/domain/shares.ts'
import { reading } from '#lib/http/query.ts'

import { ShareList } from './share-list.tsx'

type Props = {
  group: string
  what: Shared
  milestone: { slug: string; title: string } | null
  onClose: () => void
}

/** The public links of one page: make one, copy it once, revoke one. */
export function ShareDialog({ group, what, milestone, onClose }: Props) {
  const { data } = useQuery(reading(listShares, { group }))
  const readOnly = whyNotAllowed(useActor(group), 'share.create')?.because
  const [made, setMade] = useState<{ name: string; link: string } | null>(null)
  const items = data?.items.filter(
    (one) => one.what === what && (one.milestone?.slug ?? null) === (milestone?.slug ?? null),
  )
  return (
    <Dialog
      wide
      title={`Share ${sharedTitle(what, milestone?.title ?? null)}`}
      description="A public link shows this page, read-only, to people without an account. They see what a stakeholder sees; confidential issues are left out."
      onClose={onClose}
    >
      {made ? (
        <ShownOnce
          label={`Link for ${made.name}`}
          secret={made.link}
          hint="Copy the link now. It is shown only once. You can revoke it at any time."
        />
      ) : readOnly ? (
        <p className="text-ink-2">{readOnly}</p>
      ) : (
        <NewShare group={group} what={what} milestone={milestone} onMade={setMade} />
      )}
      {items && items.length > 0 && (
        <section aria-labelledby="live-links" className="flex flex-col gap-1.5">
          <h3 id="live-links" className="font-medium">
            Links to this page
          </h3>
          <ShareList group={group} items={items} />
        </section>
      )}
      <div className="flex justify-end gap-2">
        {made && !readOnly && (
          <Button kind="quiet" onClick={() => setMade(null)}>
            Create another
          </Button>
        )}
        <Button kind={made ? 'primary' : 'plain'} onClick={onClose}>
          {made ? 'Done' : 'Close'}
        </Button>
      </div>
    </Dialog>
  )
}

type NewProps = Omit<Props, 'onClose'> & { onMade: (made: { name: string; link: string }) => void }

function NewShare({ group, what, milestone, onMade }: NewProps) {
  const [name, setName] = useState('')
  const [lastOn, setLastOn] = useState('')
  const { today } = useGroup(group)
  const { change, busy } = useBusyChange()
  const reason = whyNotSend(name, lastOn, today, busy)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reason) return
    const of = milestone ? { milestone: milestone.slug } : {}
    const until = lastOn === '' ? {} : { lastOn }
    const answer = await change({
      endpoint: createShare,
      input: { group, what, name: name.trim(), ...of, ...until },
      message: null,
    })
    if (answer) onMade({ name: name.trim(), link: answer.link })
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
      <TextField
        label="For"
        hint="The people or the place that you send it to. The audit log shows it."
        autoComplete="off"
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <DateField
        label="Last day (optional)"
        hint="The link works to the end of this day; without one, until you revoke it."
        value={lastOn}
        today={today}
        onValue={setLastOn}
      />
      <Button kind="primary" type="submit" className="self-end" disabledReason={reason}>
        Create link
      </Button>
    </form>
  )
}

function whyNotSend(name: string, lastOn: string, today: string, busy: boolean): string | null {
  if (busy) return 'Creating…'
  if (name.trim() === '') return 'Enter for whom the link is first.'
  if (lastOn === '') return null
  return whyNotDay(lastOn) ?? (lastOn < today ? 'Choose today or a later day.' : null)
}
