'use client'

import { useStore } from '#components/ui/store.ts'

import { pushBacks } from './ask-push-back.ts'
import { PushBackDialog } from './push-back-dialog.tsx'

/** The question of `askPushBack`, over whichever page it came up on. */
export function PushBackAsked({ onClose }: { onClose: () => void }) {
  const ask = useStore(pushBacks, (state) => state.ask)
  return ask && <PushBackDialog ask={ask} onAnswer={ask.answer} onClose={onClose} />
}
