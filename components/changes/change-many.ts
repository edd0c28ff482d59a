import type { QueryClient } from '@tanstack/react-query'

import { bulkProgress } from './bulk-progress.ts'
import { applyChange } from './cache-sync.ts'
import { toast } from '#components/shell/toasts.ts'
import type { Way } from '#components/shell/toasts.ts'
import type { SentTo } from '#lib/contract/endpoint.ts'
import type { Card, Changed } from '#lib/contract/issues.ts'
import type { Report } from '#lib/contract/bulk.ts'

import { isNewAct, offerUndo, undoActs } from './undo.ts'
import { AT_ONCE, changeInPieces, counted, leftOf } from './pieces.ts'
import type { Reporting } from './pieces.ts'
import { applyOptimistic } from './optimistic.ts'
import { waysOn } from '#components/commands/next-steps.ts'

type ManyChange<E extends Reporting> = {
  group: string
  endpoint: E
  refs: readonly number[]
  /** What is sent for some of them; `done` is what was done to those before. */
  input: (some: readonly number[], done: Report['done']) => SentTo<E>
  /** What the cards will look like, shown until the answer is here. */
  optimistic: readonly { ref: number; facts: Partial<Card> }[]
  /** In the past tense; `count` is “3 issues”. */
  message: (count: string) => string
  /** What a person does next about those that were refused. */
  ways?: (refused: Report['refused']) => Way[]
}

/** Does one thing to several issues, and tells which of them stay as they are, and why. Answers those that stay. */
export async function changeMany<E extends Reporting>(
  client: QueryClient,
  { group, endpoint, refs, input, optimistic, message, ways }: ManyChange<E>,
): Promise<number[]> {
  const forgets = optimistic.map(({ ref, facts }) => applyOptimistic(group, ref, facts))
  const end = await changeInPieces({
    endpoint,
    refs,
    input: (some, { report }) => input(some, report.done),
    message,
    onPiece({ report: { done, refused } }) {
      if (refs.length > AT_ONCE) bulkProgress.set({ seen: done.length + refused.length, total: refs.length })
    },
  })
  bulkProgress.set({ seen: 0, total: 0 })
  const { report, acts, errorText } = end
  if (errorText !== null && report.done.length === 0) toast({ text: errorText, tone: 'refused' })
  else announceMany(client, group, report, message, { acts, ways: ways?.(report.refused), errorText })
  for (const forget of forgets) forget()
  return leftOf(refs, end)
}

/** Takes the answer over, offers to undo it, and says what was refused. What was one request is one act. */
export function announceMany(
  client: QueryClient,
  group: string,
  { done, refused }: Report,
  message: (count: string) => string,
  {
    acts: oneOfEachAct = done.slice(0, 1).map(({ event }) => event),
    ways = waysOnAll(refused),
    errorText = null,
  }: More = {},
) {
  applyChanges(client, group, done)
  const stays = [
    ...(errorText === null ? [] : [errorText]),
    ...listed(refused.map(({ ref, because }) => `#${ref} stays: ${because}`)),
  ]
  if (done.length === 0) {
    const nothing = refused.length === 0 ? 'No change needed.' : 'Nothing was changed.'
    return toast({ text: nothing, tone: 'refused', warnings: stays, ways })
  }
  const undo = () => undoActs(client, group, oneOfEachAct)
  for (const { event } of done) isNewAct(group, event)
  const claim = offerUndo(group, undo)
  const warned = done.flatMap(({ card, warnings }) =>
    warnings.map(({ because }) => `#${card.ref}: ${because}`),
  )
  const warnings = [...stays, ...listed(warned)]
  toast({
    text: message(counted(done.length)),
    warnings,
    ways,
    undo: () => void (claim() && undo()),
  })
}

type More = {
  /** An event of each act, where it was more than one. */
  acts?: readonly number[] | undefined
  ways?: readonly Way[] | undefined
  /** Why the rest was not reached. */
  errorText?: string | null
}

/** Of one that was refused the next step; of several each has its own. */
const waysOnAll = (refused: Report['refused']): Way[] =>
  waysOn(
    refused.map(({ ref }) => ref),
    refused[0]?.rule,
  )

function applyChanges(client: QueryClient, group: string, changes: readonly Changed[]) {
  for (const { card, event } of changes) applyChange(client, group, card, event)
}

const MOST_TOLD = 4

const listed = (lines: readonly string[]): string[] =>
  lines.length <= MOST_TOLD
    ? [...lines]
    : [...lines.slice(0, MOST_TOLD), `And ${lines.length - MOST_TOLD} more.`]
