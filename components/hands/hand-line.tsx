'use client'

import Link from 'next/link'
import { useState } from 'react'

import { useActor, useGroup } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { momentIn } from '#components/ui/days/days.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Note } from '#components/ui/tag.tsx'
import type { Hand } from '#lib/contract/hands.ts'
import { HAND_TITLES, whyNotHelp, whyNotLower } from '#lib/domain/hands.ts'
import { may } from '#lib/domain/permissions.ts'
import { subjectSign } from '#lib/domain/subjects.ts'
import { epicLink, issueLink } from '#lib/kit/links.ts'

import { useHandActs } from './hand-acts.ts'

const LowerDialog = lazyPopup(async () => (await import('./lower-dialog.tsx')).LowerDialog)

type Props = {
  group: string
  hand: Hand
  nameOf: (handle: string) => string
  /** Where it stands on the page of what it is about. */
  isAtHome?: boolean
}

/** One hand: the ask, who raised it and when, who helps, and what this reader can do. */
export function HandLine({ group, hand, nameOf, isAtHome = false }: Props) {
  const { zone } = useGroup(group)
  const { kind, ask, about, by, raisedAt, helper, lowered } = hand
  return (
    <li
      {...(about?.kind === 'issue' && !isAtHome ? { 'data-issue': about.ref } : {})}
      className={cx(
        'relative flex flex-wrap items-start gap-x-3 gap-y-1.5 px-3.5 py-2.5',
        'border-b border-line last:border-b-0',
      )}
    >
      <div className="flex min-w-0 flex-1 basis-3/5 flex-col gap-1">
        <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-xs text-ink-2">
          <Note tone={lowered ? 'calm' : 'warn'}>{HAND_TITLES[kind]}</Note>
          {about && !isAtHome && (
            <Link
              href={about.kind === 'epic' ? epicLink(group, about.ref) : issueLink(group, about.ref)}
              prefetch={false}
              className="tap font-medium text-ink underline-offset-2 hover:underline"
            >
              <span className="num">{subjectSign(about)}</span> <bdi>{about.title}</bdi>
            </Link>
          )}
          <span>
            {nameOf(by)}, {momentIn(zone, raisedAt)}
          </span>
        </p>
        <p className="font-medium text-pretty wrap-anywhere">
          <bdi>{ask}</bdi>
        </p>
        {lowered && (
          <p className="text-pretty text-ink-2 wrap-anywhere">
            Lowered {momentIn(zone, lowered.at)}: <bdi>{lowered.how}</bdi>
          </p>
        )}
        {!lowered && (
          <p className="text-xs text-ink-2">{helper ? `${nameOf(helper)} helps.` : 'Waits for help.'}</p>
        )}
      </div>
      {!lowered && <Acts group={group} hand={hand} nameOf={nameOf} />}
    </li>
  )
}

function Acts({ group, hand, nameOf }: Pick<Props, 'group' | 'hand' | 'nameOf'>) {
  const actor = useActor(group)
  const acts = useHandActs(group)
  const [lowering, setLowering] = useState(false)
  if (!may(actor, 'hand.raise')) return null
  const { id, by, helper } = hand
  const [mine, helps] = [by === actor.handle, helper === actor.handle]
  const canHelp = whyNotHelp({ helper: helper && nameOf(helper), lowered: false, mine }) === null
  const leads = may(actor, 'assign.others')
  const canLower = whyNotLower({ lowered: false, mine, helps, leads, how: '.' }) === null
  return (
    <span className="no-print flex flex-none flex-wrap gap-1.5">
      {canHelp && (
        <Button size="sm" aria-label={`Help ${nameOf(by)}`} onClick={() => void acts.help(id, nameOf(by))}>
          Help
        </Button>
      )}
      {helps && (
        <Button size="sm" kind="quiet" onClick={() => void acts.stop(id, nameOf(by))}>
          Stop helping
        </Button>
      )}
      {canLower && (
        <Button
          size="sm"
          kind="quiet"
          aria-haspopup="dialog"
          aria-label={mine ? 'Lower my hand…' : `Lower the hand of ${nameOf(by)}…`}
          onPointerEnter={LowerDialog.ahead}
          onFocus={LowerDialog.ahead}
          onClick={() => setLowering(true)}
        >
          Lower…
        </Button>
      )}
      {lowering && (
        <LowerDialog
          ask={hand.ask}
          onLower={(how) => acts.lower(id, how)}
          onClose={() => setLowering(false)}
        />
      )}
    </span>
  )
}
