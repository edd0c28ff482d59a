'use client'

import { useState } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { dayIn, dayMonthYear } from '#components/ui/days/days.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Row, Rows } from '#components/ui/rows.tsx'
import { Note } from '#components/ui/tag.tsx'
import { revokeShare } from '#lib/contract/shares.ts'
import type { Share } from '#lib/contract/shares.ts'
import { sharedTitle } from '#lib/domain/shares.ts'

const AskDialog = lazyPopup(async () => (await import('#components/ui/popups/ask-dialog.tsx')).AskDialog)

type Props = {
  group: string
  items: readonly Share[]
  /** Says of each what it shows, where they are not all of one page. */
  withPage?: boolean
}

/** Public links, each with the button that ends it. */
export function ShareList({ group, items, withPage = false }: Props) {
  const [doomed, setDoomed] = useState<Share | null>(null)
  const { change, busy } = useBusyChange()
  const { zone } = useGroup(group)
  return (
    <>
      <Rows label="Public links">
        {items.map((share) => (
          <Row key={share.id}>
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-x-2 font-semibold">
                <bdi className="wrap-anywhere">{share.name}</bdi>
                {withPage && (
                  <span className="font-normal text-ink-2">
                    {sharedTitle(share.what, share.milestone?.title ?? null)}
                  </span>
                )}
                {share.expired && <Note tone="calm">expired</Note>}
              </p>
              <p className="num text-sm text-pretty text-ink-2">{factsOf(share, zone)}</p>
            </div>
            <Button
              onPointerEnter={AskDialog.ahead}
              aria-label={`Revoke the link for ${share.name}`}
              onClick={() => setDoomed(share)}
            >
              Revoke
            </Button>
          </Row>
        ))}
      </Rows>
      {doomed && (
        <AskDialog
          title={`Revoke the link for “${doomed.name}”?`}
          description="It stops working immediately, on open pages with their next load. This cannot be undone."
          buttonLabel="Revoke"
          busy={busy}
          onDo={() =>
            change({
              endpoint: revokeShare,
              input: { group, share: doomed.id },
              message: `Revoked the link for “${doomed.name}”.`,
              final: true,
            })
          }
          onClose={() => setDoomed(null)}
        />
      )}
    </>
  )
}

function factsOf({ by, createdAt, lastOn, openedOn, expired }: Share, zone: string): string {
  const until = lastOn === null ? 'until revoked' : `${expired ? 'expired' : 'until'} ${dayMonthYear(lastOn)}`
  const opened = openedOn === null ? 'never opened' : `last opened ${dayMonthYear(openedOn)}`
  return `${until} · ${opened} · by ${by} on ${dayMonthYear(dayIn(zone, createdAt))}`
}
