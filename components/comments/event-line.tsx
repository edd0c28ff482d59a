'use client'

import { useState } from 'react'

import { Avatar } from '#components/ui/avatar.tsx'
import { momentIn } from '#components/ui/days/days.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import type { EventEntry } from '#lib/contract/events.ts'

const TextChangeDialog = lazyPopup(async () => (await import('./text-change-dialog.tsx')).TextChangeDialog)

/** Events that keep what a text was. */
const EDITS: ReadonlySet<string> = new Set(['issue.edited', 'issue.comment_edited'])

/** Something that happened, as a sentence; of an edit, what it changed. */
export function EventLine({ group, event, zone }: { group: string; event: EventEntry; zone: string }) {
  const { number, type, actor, actorName, issue, sentence, at } = event
  const [open, setOpen] = useState(false)
  return (
    <div className="flex gap-2 text-ink-2">
      <Avatar face={{ handle: actor ?? 'clock', name: actorName }} size="sm" silent />
      <p className="min-w-0 text-pretty wrap-anywhere">
        {sentence}{' '}
        <time dateTime={at} className="num text-xs whitespace-nowrap text-ink-3">
          {momentIn(zone, at)}
        </time>
        {EDITS.has(type) && (
          <>
            {' '}
            <button
              type="button"
              className="tap text-xs whitespace-nowrap text-ink-3 underline underline-offset-2 hover:text-ink no-print"
              onPointerEnter={TextChangeDialog.ahead}
              onClick={() => setOpen(true)}
            >
              What changed
            </button>
          </>
        )}
      </p>
      {open && issue !== null && (
        <TextChangeDialog
          group={group}
          issue={issue}
          event={number}
          title={sentence}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  )
}
