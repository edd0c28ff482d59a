'use client'

import Link from 'next/link'
import { useState } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { Button } from '#components/ui/button.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Section } from '#components/ui/section.tsx'
import { removeSandboxChange } from '#lib/contract/sandboxes.ts'
import type { SandboxChangeFacts, SandboxView } from '#lib/contract/sandboxes.ts'
import { issueLink } from '#lib/kit/links.ts'

const ChangeDialog = lazyPopup(async () => (await import('./change-dialog.tsx')).ChangeDialog)
const PicksDialog = lazyPopup(async () => (await import('./picks-dialog.tsx')).PicksDialog)

type Props = { group: string; view: SandboxView; mayEdit: boolean }

/** What the what-if changes, in words, in the order in which it is applied. */
export function ChangeList({ group, view, mayEdit }: Props) {
  const [asking, setAsking] = useState<'change' | 'picks' | null>(null)
  const close = () => setAsking(null)
  const { changes, notShown } = view
  return (
    <Section title="Changes" count={view.sandbox.changes}>
      {view.sandbox.changes === 0 && (
        <p className="text-ink-3">No changes yet. What you add here leaves the live plan as it is.</p>
      )}
      {changes.length > 0 && (
        <ul aria-label="Changes" className="rounded-lg border border-line bg-surface">
          {changes.map((change) => (
            <li
              key={change.id}
              className="flex min-h-9 items-start gap-3 border-b border-line px-3.5 py-1.5 last:border-b-0"
            >
              <ChangeText group={group} change={change} />
              {mayEdit && <Remove group={group} view={view} change={change} />}
            </li>
          ))}
        </ul>
      )}
      {notShown > 0 && <p className="text-xs text-ink-3">{notShown} not shown</p>}
      {mayEdit && (
        <span className="flex flex-wrap gap-2 no-print">
          <Button onPointerEnter={ChangeDialog.ahead} onClick={() => setAsking('change')}>
            Add a change
          </Button>
          <Button onPointerEnter={PicksDialog.ahead} onClick={() => setAsking('picks')}>
            Choose Deliverables
          </Button>
        </span>
      )}
      {asking === 'change' && <ChangeDialog group={group} view={view} onClose={close} />}
      {asking === 'picks' && <PicksDialog group={group} view={view} onClose={close} />}
    </Section>
  )
}

function ChangeText({ group, change }: { group: string; change: SandboxChangeFacts }) {
  const { says, ref, issueTitle, reason, meanwhile, leftOut } = change
  return (
    <div className="min-w-0 flex-1 text-pretty">
      <span dir="auto">{says}</span>
      {leftOut && <span className="text-ink-3"> · left out</span>}
      {ref !== null && issueTitle !== null && (
        <Link
          href={issueLink(group, ref)}
          prefetch={false}
          dir="auto"
          className="tap block truncate text-xs text-ink-2 hover:underline"
        >
          #{ref} {issueTitle}
        </Link>
      )}
      {reason && (
        <span dir="auto" className="block text-xs text-ink-2 wrap-anywhere">
          {reason}
        </span>
      )}
      {meanwhile.map(({ number, sentence }) => (
        <span key={number} dir="auto" className="block text-xs text-warn wrap-anywhere">
          Since then: {sentence}
        </span>
      ))}
    </div>
  )
}

type RemoveProps = { group: string; view: SandboxView; change: SandboxChangeFacts }

function Remove({ group, view, change }: RemoveProps) {
  const { change: send, busy } = useBusyChange()
  return (
    <Button
      kind="quiet"
      size="sm"
      aria-label={`Remove: ${change.says}`}
      disabledReason={busy ? 'Saving…' : null}
      onClick={() =>
        void send({
          endpoint: removeSandboxChange,
          input: { group, milestone: view.milestone.slug, sandbox: view.sandbox.slug, change: change.id },
          message: 'Removed the change from the what-if.',
        })
      }
      className="no-print"
    >
      Remove
    </Button>
  )
}
