'use client'

import { useHotkeys } from '#components/shell/hotkeys.ts'
import { refuse } from '#components/shell/refuse.ts'
import { useActor } from '#components/shell/use-group.ts'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { useStore } from '#components/ui/store.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'

import { openNewIssue, newIssueDefaults } from './new-issue-defaults.ts'

export const NewIssueLater = lazyPopup(async () => (await import('./new-issue-dialog.tsx')).NewIssueDialog)

/** The key that begins an issue on every page, and the dialog in which it is written. */
export function NewIssueAnywhere({ group }: { group: string }) {
  const isOpen = useStore(newIssueDefaults, (state) => state.isOpen)
  const refusal = whyNotAllowed(useActor(group), 'issue.create')
  useHotkeys('New', [
    {
      keys: ['c'],
      what: 'Create an issue',
      act: () => (refusal ? refuse(refusal) : openNewIssue()),
    },
  ])
  return isOpen && <NewIssueLater group={group} onClose={() => newIssueDefaults.set({ isOpen: false })} />
}
