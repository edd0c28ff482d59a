'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { dayIn, dayMonthYear } from '#components/ui/days/days.ts'
import { CheckField } from '#components/ui/check.tsx'
import { Dialog } from '#components/ui/popups/dialog.tsx'
import { ShownOnce } from '#components/ui/shown-once.tsx'
import { listFeeds, setFeed, setFeedParts } from '#lib/contract/calendar-files.ts'
import type { Feed } from '#lib/contract/calendar-files.ts'
import { FEED_PART_TITLES, FEED_PARTS, type FeedPart } from '#lib/domain/calendar/feed-names.ts'
import { reading } from '#lib/http/query.ts'

const LEAD =
  'Subscribe to this in your calendar program. Anyone with the address can see what you choose below: who is away when, never why, and no titles of issues.'
const TITLES = { me: 'Your time off', group: 'Time off of the group' } as const

/** The addresses under which a calendar program reads time off: created, renewed and revoked. */
export function FeedDialog({ group, onClose }: { group: string; onClose: () => void }) {
  const { data, error } = useQuery(reading(listFeeds, { group }))
  return (
    <Dialog title="Calendar feed" description={LEAD} wide onClose={onClose}>
      {error && <p role="alert">Could not load your feeds. Close this window and try again.</p>}
      {data &&
        (['me', 'group'] as const).map((of) => (
          <FeedSection key={of} group={group} of={of} feed={data.items.find((one) => one.of === of)} />
        ))}
      <Button className="self-end" onClick={onClose}>
        Done
      </Button>
    </Dialog>
  )
}

type Props = { group: string; of: Feed['of']; feed: Feed | undefined }

function FeedSection({ group, of, feed }: Props) {
  const { zone } = useGroup(group)
  const { change, busy } = useBusyChange()
  const [address, setAddress] = useState<string | null>(null)
  const [chosen, setChosen] = useState<readonly FeedPart[]>(feed?.parts ?? ['away'])
  const heading = TITLES[of]
  const reason = busy ? 'Working…' : null
  const set = async (on: boolean, message: string) => {
    const answer = await change({
      endpoint: setFeed,
      input: { group, of, on, parts: [...chosen] },
      message,
      final: true,
    })
    if (answer) setAddress(answer.address && location.origin + answer.address)
  }
  const choose = (part: FeedPart, is: boolean) => {
    const parts = FEED_PARTS.filter((one) => (one === part ? is : chosen.includes(one)))
    if (parts.length === 0) return
    setChosen(parts)
    if (feed)
      void change({
        endpoint: setFeedParts,
        input: { group, of, parts },
        message: 'Saved what the calendar holds.',
        final: true,
      })
  }
  return (
    <section aria-label={heading} className="flex flex-col gap-2 border-t border-line pt-3">
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-0 flex-1 basis-48">
          <h3 className="font-semibold">{heading}</h3>
          <p className="num text-ink-2">
            {feed ? `Address created ${dayMonthYear(dayIn(zone, feed.createdAt))}` : 'No address'}
          </p>
        </div>
        {feed ? (
          <>
            <Button
              aria-label={`Renew address: ${heading}`}
              disabledReason={reason}
              onClick={() => void set(true, 'Created a new address. The old one no longer works.')}
            >
              Renew
            </Button>
            <Button
              aria-label={`Revoke address: ${heading}`}
              disabledReason={reason}
              onClick={() => void set(false, 'Revoked the address. It no longer works.')}
            >
              Revoke
            </Button>
          </>
        ) : (
          <Button
            aria-label={`Create address: ${heading}`}
            disabledReason={reason}
            onClick={() => void set(true, 'Created an address.')}
          >
            Create address
          </Button>
        )}
      </div>
      <fieldset className="grid grid-cols-2 gap-x-3 max-sm:grid-cols-1">
        <legend className="sr-only">In this calendar: {heading}</legend>
        {FEED_PARTS.map((part) => (
          <CheckField key={part} checked={chosen.includes(part)} onCheck={(is) => choose(part, is)}>
            {FEED_PART_TITLES[part]}
          </CheckField>
        ))}
      </fieldset>
      {address && (
        <ShownOnce
          label={`Address: ${heading}`}
          secret={address}
          hint="Copy the address now. It is shown only once; a renewed address replaces it."
        />
      )}
    </section>
  )
}
