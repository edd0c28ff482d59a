'use client'

import Link from 'next/link'
import { useState } from 'react'

import { useChange } from '#components/changes/use-change.ts'
import { useActor } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { dayMonthYear } from '#components/ui/days/days.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { type Call, removeCall } from '#lib/contract/calls.ts'
import { whyNotChangeCall } from '#lib/domain/calls.ts'
import { may } from '#lib/domain/permissions.ts'
import { subjectSign, subjectSlug } from '#lib/domain/subjects.ts'
import { epicLink, issueLink } from '#lib/kit/links.ts'

const CallDialog = lazyPopup(async () => (await import('./call-dialog.tsx')).CallDialog)

type Props = {
  group: string
  call: Call
  /** Where it stands on the page of what it is about. */
  isAtHome?: boolean
}

/** One call: when and who, what came out of it, why async was not enough, and the recording. */
export function CallLine({ group, call, isAtHome = false }: Props) {
  const { id, about, day, people, outcome, why, recording, by } = call
  const actor = useActor(group)
  const change = useChange()
  const [editing, setEditing] = useState(false)
  const canChange =
    may(actor, 'call.note') &&
    whyNotChangeCall({
      mine: by === actor.handle,
      wasIn: people.some(({ handle }) => handle === actor.handle),
      leads: may(actor, 'assign.others'),
    }) === null
  const name = `the call of ${dayMonthYear(day)}`
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1.5 border-b border-line px-3.5 py-2.5 last:border-b-0">
      <div className="flex min-w-0 flex-1 basis-56 flex-col gap-1">
        {!isAtHome && (
          <Link
            href={about.kind === 'epic' ? epicLink(group, about.ref) : issueLink(group, about.ref)}
            prefetch={false}
            className="tap w-fit text-xs font-medium underline-offset-2 hover:underline"
          >
            <span className="num">{subjectSign(about)}</span> <bdi>{about.title}</bdi>
          </Link>
        )}
        <p className="font-medium text-pretty wrap-anywhere">
          <bdi>{outcome}</bdi>
        </p>
        <p className="text-xs text-pretty text-ink-2 wrap-anywhere">
          <span className="num">{dayMonthYear(day)}</span> · {people.map((one) => one.name).join(', ')}
        </p>
        <p className="text-xs text-pretty text-ink-2 wrap-anywhere">
          Why a call: <bdi>{why}</bdi>
        </p>
        {recording !== '' && (
          <a
            href={recording}
            target="_blank"
            rel="noreferrer"
            className="tap w-fit text-xs text-accent underline underline-offset-2"
          >
            Recording
          </a>
        )}
      </div>
      {canChange && (
        <span className="no-print flex flex-none gap-1.5">
          <Button
            size="sm"
            kind="quiet"
            aria-haspopup="dialog"
            aria-label={`Edit ${name}`}
            onPointerEnter={CallDialog.ahead}
            onFocus={CallDialog.ahead}
            onClick={() => setEditing(true)}
          >
            Edit
          </Button>
          <Button
            size="sm"
            kind="quiet"
            aria-label={`Remove ${name}`}
            onClick={() =>
              void change({
                endpoint: removeCall,
                input: { group, call: id },
                message: 'Removed the note of the call.',
              })
            }
          >
            Remove
          </Button>
        </span>
      )}
      {editing && (
        <CallDialog
          group={group}
          subject={subjectSlug(about)}
          call={call}
          onClose={() => setEditing(false)}
        />
      )}
    </li>
  )
}
