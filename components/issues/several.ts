import type { QueryClient } from '@tanstack/react-query'

import { absorbCard } from '#components/shell/absorb.ts'
import { toast } from '#components/shell/toasts.ts'
import type { Endpoint, OutputOf, SentTo } from '#lib/contract/endpoint.ts'
import type { Card, Changed } from '#lib/contract/issues.ts'
import type { Report } from '#lib/contract/several.ts'
import { undoSeveral } from '#lib/contract/several.ts'

import { keepUndo, send, wordsOf } from './deeds.ts'
import { hope } from './hopes.ts'

type Reporting = Endpoint & { output: { _zod: { output: Report } } }

type SeveralDeed<E extends Reporting> = {
  group: string
  endpoint: E
  input: SentTo<E>
  /** What the cards will look like, shown until the answer is here. */
  hoped: readonly { ref: number; facts: Partial<Card> }[]
  /** In the past tense; `count` is “3 issues”. */
  told: (count: string) => string
}

/** Does one thing to several issues, and tells which of them stay as they are, and why. True when any was changed. */
export async function performSeveral<E extends Reporting>(
  client: QueryClient,
  { group, endpoint, input, hoped, told }: SeveralDeed<E>,
): Promise<boolean> {
  const forgets = hoped.map(({ ref, facts }) => hope(group, ref, facts))
  try {
    const report: Report = await send(endpoint, input, told(counted(hoped.length)))
    tellSeveral(client, group, report, told)
    return report.done.length > 0
  } catch (error) {
    toast({ text: wordsOf(error), tone: 'refused' })
    return false
  } finally {
    for (const forget of forgets) forget()
  }
}

/** Takes the answer over, offers the way back, and says what was refused. */
export function tellSeveral(
  client: QueryClient,
  group: string,
  { done, refused }: Report,
  told: (count: string) => string,
) {
  absorb(client, group, done)
  const stays = listed(refused.map(({ ref, because }) => `#${ref} stays: ${because}`))
  if (done.length === 0) {
    const nothing = refused.length === 0 ? 'There was nothing to change.' : 'Nothing was changed.'
    return toast({ text: nothing, tone: 'refused', warnings: stays })
  }
  const undo = async () => {
    try {
      const back = await undone(group, done)
      absorb(client, group, back.done)
      const text = `Undone: ${counted(back.done.length)} as before.`
      toast({ text, warnings: listed(back.refused.map(({ because }) => because)) })
    } catch (error) {
      toast({ text: wordsOf(error), tone: 'refused' })
    }
  }
  const takeBack = keepUndo(group, undo)
  toast({ text: told(counted(done.length)), warnings: stays, undo: () => void (takeBack() && undo()) })
}

/** The newest first, so many at a time as the server takes. */
async function undone(group: string, done: readonly Changed[]) {
  const events = done.map(({ event }) => event).toSorted((a, b) => b - a)
  const back: OutputOf<typeof undoSeveral> = { done: [], refused: [] }
  for (let at = 0; at < events.length; at += AT_ONCE) {
    const part = await send(undoSeveral, { group, events: events.slice(at, at + AT_ONCE) })
    back.done.push(...part.done)
    back.refused.push(...part.refused)
  }
  return back
}

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
