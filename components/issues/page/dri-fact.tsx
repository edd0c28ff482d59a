'use client'

import { useState } from 'react'

import { Avatar } from '#components/ui/avatar.tsx'
import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Note } from '#components/ui/tag.tsx'
import { whyNotOffer, whyNotRelease, whyNotTake } from '#lib/domain/dri.ts'
import { may } from '#lib/domain/permissions.ts'
import { unclaimedText } from '#lib/domain/unclaimed.ts'
import { awayText } from '#lib/kit/day-text.ts'

import type { FactsProps } from './facts-props.ts'
import { nameOf } from '#components/lookups/lookups.ts'
import { AskButton } from '#components/commands/ask-button.tsx'
import { askAbout } from '#components/commands/command-target.ts'

const HandOverQuestion = lazyPopup(
  async () => (await import('#components/hand-overs/hand-over-question.tsx')).HandOverQuestion,
)

/** Handbook › Directly Responsible Individuals: "a single named DRI", and the ways to become and to stop being it. */
export function DriFact({ group, issue, lookups, actor, acts }: FactsProps & { group: string }) {
  const [handing, setHanding] = useState(false)
  const { dri, offeredTo } = issue
  const name = dri === null ? null : nameOf(dri, lookups)
  const asked = offeredTo === null ? null : nameOf(offeredTo, lookups)
  const mine = dri === actor.handle
  const isEm = may(actor, 'assign.others')
  const open = issue.state === 'open'
  const take = whyNotTake({ open, dri, me: actor.handle, driName: name })
  const offer = dri === null || isEm ? null : whyNotOffer({ open, asked })
  return (
    <div className="flex min-h-7 min-w-0 flex-wrap items-center gap-1.5 pl-[9px] pointer-coarse:min-h-9">
      {dri !== null && name !== null && <Avatar face={{ handle: dri, name }} as="dri" silent />}
      <span dir="auto" className={cx('min-w-0 truncate pr-1', dri !== null && 'pl-0.5')}>
        {name ?? 'nobody'}
      </span>
      {dri === null && may(actor, 'issue.take') && (
        <Button size="sm" disabledReason={take?.because} onClick={() => acts.take(issue, actor.handle, name)}>
          Assign to me
        </Button>
      )}
      {dri === null && open && may(actor, 'issue.edit') && (
        <AskButton size="sm" kind="quiet" refs={() => [issue.ref]} what="no_volunteer" opens="dialog">
          No volunteer…
        </AskButton>
      )}
      {issue.unclaimed !== null && (
        <Note tone="warn">
          <span className="wrap-anywhere">
            No volunteer: <bdi>{unclaimedText(issue.unclaimed)}</bdi>
          </span>
        </Note>
      )}
      {mine && (
        <Button
          size="sm"
          kind="quiet"
          disabledReason={whyNotRelease({ dri, me: actor.handle, asked })?.because}
          onClick={() => acts.release(issue)}
        >
          Step down as DRI
        </Button>
      )}
      {(mine || isEm) && (
        <Button
          size="sm"
          kind="quiet"
          data-fact="DRI"
          disabledReason={offer?.because}
          onPointerEnter={HandOverQuestion.ahead}
          onClick={() => setHanding(true)}
        >
          {dri === null ? 'Name a DRI' : 'Hand over'}
        </Button>
      )}
      {dri !== null && !mine && !isEm && asked === null && open && may(actor, 'issue.edit') && (
        <Button size="sm" kind="quiet" onClick={() => askAbout([issue.ref], 'ask_hand_over')}>
          Ask for a hand-over
        </Button>
      )}
      {asked !== null && (
        <Note tone="warn">
          <Icon name="clock" className="size-[13px]" />
          <span className="wrap-anywhere">
            waits for <bdi>{asked}</bdi> to accept
          </span>
        </Note>
      )}
      {issue.away !== null && name !== null && (
        <Note tone="warn">
          <Icon name="clock" className="size-[13px]" />
          <span className="wrap-anywhere">{awayText(name, issue.away)}</span>
        </Note>
      )}
      {dri !== null && !lookups.people.some(({ handle }) => handle === dri) && (
        <Note tone="bad">no longer in the group</Note>
      )}
      {handing && (
        <HandOverQuestion
          group={group}
          issue={issue}
          lookups={lookups}
          actor={actor}
          onClose={() => setHanding(false)}
        />
      )}
    </div>
  )
}
