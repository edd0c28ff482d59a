import type { QueryClient } from '@tanstack/react-query'

import { absorbCard } from './cache-sync.ts'
import { toast } from '#components/shell/toasts.ts'
import type { Way } from '#components/shell/toasts.ts'
import type { Endpoint, SentTo } from '#lib/contract/endpoint.ts'
import type { Card, Changed } from '#lib/contract/issues.ts'
import type { Report } from '#lib/contract/several.ts'

import { isNewAct, keepUndo, undoActs } from './undo.ts'
import { send, wordsOf } from './send.ts'
import { hope } from './optimistic.ts'
import { waysOn } from '#components/commands/next-steps.ts'

type Reporting = Endpoint & { output: { _zod: { output: Report } } }

type SeveralDeed<E extends Reporting> = {
  group: string
  endpoint: E
  input: SentTo<E>
  /** What the cards will look like, shown until the answer is here. */
  hoped: readonly { ref: number; facts: Partial<Card> }[]
  /** In the past tense; `count` is “3 issues”. */
  told: (count: string) => string
  /** What a person does next about those that were refused. */
  ways?: (refused: Report['refused']) => Way[]
}

/** Does one thing to several issues, and tells which of them stay as they are, and why. True when any was changed. */
export async function performSeveral<E extends Reporting>(
  client: QueryClient,
  { group, endpoint, input, hoped, told, ways }: SeveralDeed<E>,
): Promise<boolean> {
  const forgets = hoped.map(({ ref, facts }) => hope(group, ref, facts))
  try {
    const report: Report = await send(endpoint, input, told(counted(hoped.length)))
    tellSeveral(client, group, report, told, { ways: ways?.(report.refused) })
    return report.done.length > 0
  } catch (error) {
    toast({ text: wordsOf(error), tone: 'refused' })
    return false
  } finally {
    for (const forget of forgets) forget()
  }
}

/** Takes the answer over, offers the way back, and says what was refused. What was one request is one act. */
export function tellSeveral(
  client: QueryClient,
  group: string,
  { done, refused }: Report,
  told: (count: string) => string,
  { acts: oneOfEachAct = done.slice(0, 1).map(({ event }) => event), ways = waysOnAll(refused) }: More = {},
) {
  absorb(client, group, done)
  const stays = listed(refused.map(({ ref, because }) => `#${ref} stays: ${because}`))
  if (done.length === 0) {
    const nothing = refused.length === 0 ? 'No change needed.' : 'Nothing was changed.'
    return toast({ text: nothing, tone: 'refused', warnings: stays, ways })
  }
  const undo = () => undoActs(client, group, oneOfEachAct)
  for (const { event } of done) isNewAct(group, event)
  const takeBack = keepUndo(group, undo)
  const warned = done.flatMap(({ card, warnings }) =>
    warnings.map(({ because }) => `#${card.ref}: ${because}`),
  )
  const warnings = [...stays, ...listed(warned)]
  toast({
    text: told(counted(done.length)),
    warnings,
    ways,
    undo: () => void (takeBack() && undo()),
  })
}

type More = {
  /** An event of each act, where it was more than one. */
  acts?: readonly number[] | undefined
  ways?: readonly Way[] | undefined
}

/** Of one that was refused the next step; of several each has its own. */
const waysOnAll = (refused: Report['refused']): Way[] =>
  waysOn(
    refused.map(({ ref }) => ref),
    refused[0]?.rule,
  )

/** Few enough that nobody else waits long for the group. */
export const AT_ONCE = 100

function absorb(client: QueryClient, group: string, changes: readonly Changed[]) {
  for (const { card, event } of changes) absorbCard(client, group, card, event)
}

const MOST_TOLD = 4

const listed = (lines: readonly string[]): string[] =>
  lines.length <= MOST_TOLD
    ? [...lines]
    : [...lines.slice(0, MOST_TOLD), `And ${lines.length - MOST_TOLD} more.`]

export const counted = (count: number): string => (count === 1 ? '1 issue' : `${count} issues`)
