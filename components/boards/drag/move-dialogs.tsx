'use client'

import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { useStore } from '#components/ui/store.ts'

import { useBoardParts } from '#components/boards/view/board-context.ts'

const BlockedDialog = lazyPopup(
  async () => (await import('#components/issues/command/ask-dialogs.tsx')).BlockedDialog,
)
const CloseDialog = lazyPopup(
  async () => (await import('#components/issues/command/ask-dialogs.tsx')).CloseDialog,
)
const PushBackDialog = lazyPopup(
  async () => (await import('#components/issues/push-back/push-back-dialog.tsx')).PushBackDialog,
)
const HandOverAsk = lazyPopup(async () => (await import('./hand-over-ask.tsx')).HandOverAsk)

/** The question that a move raises before it happens; leaving it leaves the card where it was. */
export function Asks() {
  const { group, store, snapshot } = useBoardParts()
  const ask = useStore(store, (state) => state.ask)
  if (!ask) return null
  const close = () => store.set({ ask: null, wanted: true })
  const answer = (extras: Parameters<typeof ask.proceed>[0]) => {
    close()
    ask.proceed(extras)
  }
  const { subject } = ask
  if (ask.kind === 'hand_over') {
    return (
      <HandOverAsk
        group={group}
        ask={ask}
        lookups={snapshot().view}
        onGive={(given) => answer({ given })}
        onClose={close}
      />
    )
  }
  if (ask.kind === 'push_back') {
    const { milestone = '' } = ask
    return <PushBackDialog ask={{ subject, milestone }} onAnswer={answer} onClose={close} />
  }
  if (ask.kind === 'close') {
    return (
      <CloseDialog
        group={group}
        subject={subject}
        issue={ask.ref ?? null}
        onClose={close}
        onAnswer={(closeReason, duplicateOf) =>
          answer({ closeReason, ...(duplicateOf === null ? {} : { duplicateOf }) })
        }
      />
    )
  }
  return (
    <BlockedDialog
      subject={subject}
      onClose={close}
      onAnswer={(blocked) => answer(blocked ? { blocked } : {})}
    />
  )
}
