'use client'

import { useHotkeys } from '#components/shell/hotkeys.ts'
import { refuse } from '#components/shell/refuse.ts'
import { useActor } from '#components/shell/use-group.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { useStore } from '#components/ui/store.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'

import { raiseHand, raising } from './raise-hand.ts'

const RaiseHandDialog = lazyPopup(async () => (await import('./raise-hand-dialog.tsx')).RaiseHandDialog)

/** The key that raises a hand on every page: of the issue that is open or has the focus, else of oneself. */
export function RaiseHandAnywhere({ group }: { group: string }) {
  const asked = useStore(raising, (state) => state.asked)
  const refusal = whyNotAllowed(useActor(group), 'hand.raise')
  useHotkeys('New', [
    { keys: ['r'], what: 'Raise a hand', act: () => (refusal ? refuse(refusal) : raiseHand()) },
  ])
  return asked && <RaiseHandDialog group={group} asked={asked} onClose={() => raising.set({ asked: null })} />
}
