'use client'

import { useState } from 'react'

import { MenuButton } from '#components/ui/popups/menu.tsx'
import { Button } from '#components/ui/button.tsx'
import { Note } from '#components/ui/tag.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import type { Issue } from '#lib/contract/issues.ts'
import { CLOSE_REASONS, closeReasonTitle } from '#lib/domain/issues.ts'
import { may } from '#lib/domain/permissions.ts'
import type { Actor } from '#lib/domain/permissions.ts'

import type { IssueActs } from '#components/issues/command/issue-acts.ts'
import type { Wish } from '#components/issues/command/wishes.ts'
import type { Lookups } from '#components/lookups/lookups.ts'

const CloseDialog = lazyPopup(
  async () => (await import('#components/issues/command/ask-dialogs.tsx')).CloseDialog,
)

type Props = { group: string; issue: Issue; lookups: Lookups; actor: Actor; acts: IssueActs }

/** Whether it is open, and the way to change that. */
export function OpenOrClosed({ group, issue, lookups, actor, acts }: Props) {
  const wish = (one: Wish) => acts.wish(issue, one, lookups)
  const mayClose = may(actor, 'issue.close')
  const open = issue.state === 'open'
  const [asksOriginal, setAsksOriginal] = useState(false)
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Note tone={open ? 'good' : 'calm'}>
        <span className="py-0.5">
          {open ? 'Open' : `Closed: ${issue.closeReason ? closeReasonTitle(issue.closeReason) : 'done'}`}
        </span>
      </Note>
      {issue.confidential && (
        <Note tone="warn">
          <Icon name="lock" className="size-3" />
          <span className="py-0.5">Confidential</span>
        </Note>
      )}
      {issue.sample && (
        <Note tone="calm">
          <span className="py-0.5">Sample</span>
        </Note>
      )}
      <span className="flex-1" />
      {open && mayClose && (
        <MenuButton
          size="sm"
          menuLabel="Close as"
          entries={() => [
            { kind: 'heading', label: 'Close as' },
            ...CLOSE_REASONS.map((reason) => ({
              kind: 'act' as const,
              label: closeReasonTitle(reason),
              act: () => (reason === 'duplicate' ? setAsksOriginal(true) : wish({ what: 'close', reason })),
            })),
          ]}
        >
          Close…
        </MenuButton>
      )}
      {!open && mayClose && (
        <Button size="sm" onClick={() => wish({ what: 'reopen' })}>
          Reopen
        </Button>
      )}
      {asksOriginal && (
        <CloseDialog
          group={group}
          subject={`#${issue.ref}`}
          issue={issue.ref}
          reason="duplicate"
          onClose={() => setAsksOriginal(false)}
          onAnswer={(reason, duplicateOf) => {
            setAsksOriginal(false)
            wish({ what: 'close', reason, ...(duplicateOf === null ? {} : { duplicateOf }) })
          }}
        />
      )}
    </div>
  )
}
