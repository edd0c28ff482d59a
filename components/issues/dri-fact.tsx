'use client'

import { useState } from 'react'

import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'
import { lazily } from '#components/ui/lazily.tsx'
import { whyNotTake } from '#lib/domain/dri.ts'
import { may, whyNotAllowed } from '#lib/domain/permissions.ts'

import type { FactsProps } from './facts-props.ts'
import { nameOf } from './lookups.ts'

const HandOverDialog = lazily(async () => (await import('./hand-over-dialog.tsx')).HandOverDialog)

/** Handbook › Directly Responsible Individuals: "a single named DRI", and the ways to become and to stop being it. */
export function DriFact({ issue, lookups, actor, acts }: FactsProps) {
  const [handing, setHanding] = useState(false)
  const { dri } = issue
  const name = dri === null ? null : nameOf(dri, lookups)
  const mine = dri === actor.handle
  const take =
    whyNotAllowed(actor, 'issue.take') ??
    whyNotTake({ open: issue.state === 'open', dri, me: actor.handle, driName: name })
  const canHand = mine || may(actor, 'assign.others')
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1.5 py-0.5 pl-2">
      {dri !== null && name !== null && <Avatar face={{ handle: dri, name }} as="dri" silent />}
      <span className="min-w-0 truncate pr-1 pl-0.5">{name ?? 'nobody'}</span>
      {dri === null && (
        <Button size="sm" disabledReason={take?.because} onClick={() => acts.take(issue, actor.handle, name)}>
          Take it
        </Button>
      )}
      {mine && (
        <Button size="sm" kind="quiet" onClick={() => acts.release(issue)}>
          Give back
        </Button>
      )}
      {canHand && (
        <Button
          size="sm"
          kind="quiet"
          data-fact="DRI"
          onPointerEnter={HandOverDialog.ahead}
          onClick={() => setHanding(true)}
        >
          {dri === null ? 'Name a DRI' : 'Hand over'}
        </Button>
      )}
      {handing && (
        <HandOverDialog
          issue={issue}
          people={lookups.people}
          onClose={() => setHanding(false)}
          onHandOver={(to, context) => acts.handOver(issue, to, context)}
        />
      )}
    </div>
  )
}
