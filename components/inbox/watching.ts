import type { QueryClient } from '@tanstack/react-query'

import { keepUndo } from '#components/changes/undo.ts'
import { wordsOf } from '#components/changes/send.ts'
import { newKey } from '#components/shell/new-key.ts'
import { tellOwnTabs } from '#components/changes/own-tabs.ts'
import { toast } from '#components/shell/toasts.ts'
import { watchIssue } from '#lib/contract/inbox.ts'
import { writing } from '#lib/http/query.ts'

/** Follows an issue or leaves it, and says so. */
export async function setWatching(
  client: QueryClient,
  group: string,
  ref: number,
  watching: boolean,
  isUndo = false,
): Promise<void> {
  try {
    await writing(watchIssue).mutationFn({ input: { group, ref, watching }, key: newKey() })
    await tellOwnTabs(client, ['inbox'])
    const text = watching
      ? `You’re watching #${ref}.`
      : `You’re no longer watching #${ref}. Mentions still arrive.`
    if (isUndo) return toast({ text })
    const undo = () => setWatching(client, group, ref, !watching, true)
    const takeBack = keepUndo(group, undo)
    toast({ text, undo: () => void (takeBack() && undo()) })
  } catch (error) {
    toast({ text: wordsOf(error), tone: 'refused' })
  }
}
