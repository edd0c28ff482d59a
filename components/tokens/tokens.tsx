'use client'

import { useState } from 'react'

import { Row, RoomHead, Rows } from '#components/ui/rows.tsx'
import { useBusyChange } from '#components/changes/use-change.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { Button } from '#components/ui/button.tsx'
import { dayIn, dayMonthYear, momentIn } from '#components/ui/days/days.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Empty } from '#components/ui/state.tsx'
import { Note } from '#components/ui/tag.tsx'
import { listTokens, revokeToken } from '#lib/contract/tokens.ts'
import type { TokenFacts } from '#lib/contract/tokens.ts'

const NewTokenDialog = lazyPopup(async () => (await import('./new-token-dialog.tsx')).NewTokenDialog)
const AskDialog = lazyPopup(async () => (await import('#components/ui/popups/ask-dialog.tsx')).AskDialog)

const LEAD = 'A token lets a program use the API in your name. Send it as “Authorization: Bearer …”.'

/** The access tokens of the person who is signed in. */
export function Tokens({ group }: { group: string }) {
  const { items } = usePrefetched(listTokens, {})
  const [making, setMaking] = useState(false)
  const [doomed, setDoomed] = useState<TokenFacts | null>(null)
  const { change, busy } = useBusyChange()
  return (
    <>
      <RoomHead
        lead={LEAD}
        action={
          <Button kind="primary" onPointerEnter={NewTokenDialog.ahead} onClick={() => setMaking(true)}>
            New token
          </Button>
        }
      />
      {items.length === 0 ? (
        <Empty title="No tokens">
          <p>Create one token for each program.</p>
        </Empty>
      ) : (
        <Rows label="Access tokens">
          {items.map((token) => (
            <TokenRow key={token.id} group={group} token={token} onRevoke={() => setDoomed(token)} />
          ))}
        </Rows>
      )}
      {making && <NewTokenDialog onClose={() => setMaking(false)} />}
      {doomed && (
        <AskDialog
          title={`Revoke “${doomed.title}”?`}
          description="Programs that use it lose access immediately. This cannot be undone."
          buttonLabel="Revoke"
          busy={busy}
          onDo={() =>
            change({
              endpoint: revokeToken,
              input: { token: doomed.id },
              message: `Revoked “${doomed.title}”: it no longer works.`,
            })
          }
          onClose={() => setDoomed(null)}
        />
      )}
    </>
  )
}

function TokenRow({ group, token, onRevoke }: { group: string; token: TokenFacts; onRevoke: () => void }) {
  const { zone } = useGroup(group)
  const { title, hint, scope, expiresAt, lastUsedAt, expired } = token
  const until = dayMonthYear(dayIn(zone, expiresAt))
  return (
    <Row>
      <div className="min-w-0 flex-1">
        <p className="font-semibold">
          <bdi>{title}</bdi> <code className="font-mono text-xs font-normal text-ink-3">{hint}…</code>
        </p>
        <p className="num text-ink-2">
          {scope === 'write' ? 'Reads and writes' : 'Reads only'} ·{' '}
          {lastUsedAt ? `last used ${momentIn(zone, lastUsedAt)}` : 'never used'} ·{' '}
          {expired ? <Note tone="warn">expired {until}</Note> : `expires ${until}`}
        </p>
      </div>
      <Button onPointerEnter={AskDialog.ahead} aria-label={`Revoke ${title}`} onClick={onRevoke}>
        Revoke
      </Button>
    </Row>
  )
}
