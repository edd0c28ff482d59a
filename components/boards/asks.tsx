'use client'

import { lazyPopup } from '#components/ui/lazy-popup.tsx'
import { useStore } from '#components/ui/store.ts'

import { useBoardParts } from './board-context.ts'

const BlockedDialog = lazyPopup(
  async () => (await import('#components/issues/ask-dialogs.tsx')).BlockedDialog,
)
const CloseDialog = lazyPopup(async () => (await import('#components/issues/ask-dialogs.tsx')).CloseDialog)

/** The question that a move raises before it happens; leaving it leaves the card where it was. */
export function Asks() {
  const { group, store } = useBoardParts()
  const ask = useStore(store, (state) => state.ask)
  if (!ask) return null
  const close = () => store.set({ ask: null, wanted: true })
  const { subject } = ask
  if (ask.kind === 'close') {
    return (
      <CloseDialog
        group={group}
        subject={subject}
        issue={ask.ref ?? null}
        onClose={close}
        onAnswer={(closeReason, duplicateOf) => {
          close()
          ask.proceed({ closeReason, ...(duplicateOf === null ? {} : { duplicateOf }) })
        }}
      />
    )
  }
  return (
    <BlockedDialog
      subject={subject}
      onClose={close}
      onAnswer={(blocked) => {
        close()
        ask.proceed(blocked ? { blocked } : {})
      }}
    />
  )
}
