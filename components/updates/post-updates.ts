import type { QueryClient } from '@tanstack/react-query'

import { isNewAct, offerUndo, undoAct } from '#components/changes/undo.ts'
import type { Change } from '#components/changes/use-change.ts'
import { toast } from '#components/shell/toasts.ts'
import { postUpdates } from '#lib/contract/updates.ts'
import type { OutputOf, SentTo } from '#lib/contract/endpoint.ts'
import { parseSubject, subjectSign } from '#lib/domain/subjects.ts'

/**
 * Posts the updates of several subjects as one act, offers to undo it, and says what was refused and why. Without a
 * connection they wait, and are sent once the server answers. Null where nothing was posted.
 */
export async function sendUpdates(
  { client, change }: { client: QueryClient; change: Change },
  input: SentTo<typeof postUpdates>,
): Promise<OutputOf<typeof postUpdates> | null> {
  const { group, updates } = input
  const message = postedText(updates.map(({ subject }) => subject))
  const answer = await change({ endpoint: postUpdates, input, message, turn: ' updates', quiet: true })
  if (answer === null) return null
  const { posted, refused } = answer
  const warnings = refused.map(({ subject, because }) => `${signOf(subject)} stays as it is: ${because}`)
  if (posted.length === 0) {
    toast({ text: 'Nothing was posted.', tone: 'refused', warnings })
    return null
  }
  for (const { event } of posted) isNewAct(group, event)
  const [first] = posted
  const takeBack = async () => first && (await undoAct(client, group, first.event))
  const claim = offerUndo(group, takeBack)
  const undo = () => void (claim() && takeBack())
  toast({ text: postedText(posted.map(({ subject }) => subject)), warnings, undo })
  return answer
}

/** “Posted the update of #12.”, “Posted 2 updates.” */
const postedText = (subjects: readonly string[]): string =>
  subjects.length === 1
    ? `Posted the update of ${signOf(subjects[0] ?? '')}.`
    : `Posted ${subjects.length} updates.`

const signOf = (slug: string): string => {
  const subject = parseSubject(slug)
  return subject === null ? slug : subjectSign(subject)
}
