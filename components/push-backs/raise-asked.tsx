'use client'

import { useStore } from '#components/ui/store.ts'

import { raisings } from './ask-raise.ts'
import { RaiseDialog } from './raise-dialog.tsx'

/** The dialog of `askToRaise`, over whichever page it came up on. */
export function RaiseAsked({ group, onClose }: { group: string; onClose: () => void }) {
  const raising = useStore(raisings, (state) => state.raising)
  return raising && <RaiseDialog group={group} raising={raising} onClose={onClose} />
}
