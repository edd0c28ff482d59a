'use client'

import type { QueryClient } from '@tanstack/react-query'

import { send, wordsOf } from './send.ts'
import { applyChange, refreshAll } from './cache-sync.ts'
import { refusesPast } from '#components/shell/refuse.ts'
import { toast } from '#components/shell/toasts.ts'
import { undoEvent } from '#lib/contract/events.ts'
import type { Undone } from '#lib/contract/events.ts'
import { undoLink } from '#lib/kit/links.ts'

type Way = { group: string; undo: () => Promise<void> }

/** Events of own acts, by group: an answer that names one of them again changed nothing. */
const known = new Set<string>()

/** The acts of this visit, the last one last, each with its undo, or with the refusal that says why there is none. */
const ways: Way[] = []

/** Takes back the newest act, whatever it was: never the one before it because it cannot be undone. */
export async function undoLast(group: string) {
  if (refusesPast()) return
  const at = ways.findLastIndex((one) => one.group === group)
  const [last] = at < 0 ? [] : ways.splice(at, 1)
  if (!last) {
    const open = () => location.assign(undoLink(group))
    return toast({ text: 'Nothing to undo since you opened this page. Earlier changes are listed.', open })
  }
  await last.undo()
}

/** Keeps the undo of an act; what it returns forgets it again, and says whether it was still there. */
export function offerUndo(group: string, undo: () => Promise<void>): () => boolean {
  const one: Way = { group, undo }
  ways.push(one)
  return () => {
    const at = ways.indexOf(one)
    if (at >= 0) ways.splice(at, 1)
    return at >= 0
  }
}

/** Takes back the act that an event belongs to, and says how that went. */
export const undoAct = (client: QueryClient, group: string, event: number) => undoActs(client, group, [event])

/** Takes back several acts that were one for the person who did them, the newest first; each of them piece by piece. */
export async function undoActs(client: QueryClient, group: string, events: readonly number[]): Promise<void> {
  const all: Undone = { event: 0, cards: [], done: 0, refused: [], warnings: [], next: null }
  let errorText: string | null = null
  for (const event of events.toSorted((a, b) => b - a)) {
    try {
      for (let below: number | null = null, first = true; first || below !== null; first = false) {
        const part: Undone = await send(undoEvent, { group, event, ...(below === null ? {} : { below }) })
        all.event = part.event
        isNewAct(group, part.event)
        all.cards.push(...part.cards)
        all.done += part.done
        all.refused.push(...part.refused)
        all.warnings.push(...part.warnings)
        below = part.next
      }
    } catch (error) {
      errorText = wordsOf(error)
      all.refused.push({ event, because: errorText })
    }
  }
  if (events.length === 1 && errorText !== null && all.done === 0)
    return toast({ text: errorText, tone: 'refused' })
  tellUndone(client, group, all)
}

const MOST_TOLD = 4

/** Shows the issues as they are again, and says what stays as it is, and why. */
function tellUndone(
  client: QueryClient,
  group: string,
  { event, cards, done, refused, warnings: found }: Undone,
) {
  for (const card of cards) applyChange(client, group, card, event)
  // What is no issue's is told by the stream too; the person who looks at it now need not wait for that.
  if (cards.length === 0) refreshAll(client)
  const one = cards.length === 1
  const warned = found.map(({ ref, because }) => (one ? because : `#${ref}: ${because}`))
  const stays = [...new Set([...refused.map(({ because }) => because), ...warned])]
  const more = stays.length > MOST_TOLD ? [`And ${stays.length - MOST_TOLD} more.`] : []
  const warnings = [...stays.slice(0, MOST_TOLD), ...more]
  if (done === 0) return toast({ text: 'Nothing was undone.', tone: 'refused', warnings })
  toast({ text: undoneText(cards), warnings })
}

function undoneText(cards: Undone['cards']): string {
  const [card] = cards
  if (!card) return 'Undid the change.'
  return cards.length === 1
    ? `Undid the change to #${card.ref}.`
    : `Undid the changes to ${cards.length} issues.`
}

type Message = {
  text: string
  /** An event of the act. */
  event: number
  warnings?: readonly string[]
  open?: () => void
  announcement?: string
  /** For good: Z says why it cannot be taken back. */
  final?: boolean
}

/** Says what was done, with its undo. */
export function tellDone(client: QueryClient, group: string, { event, final = false, ...message }: Message) {
  if (!isNewAct(group, event)) return toast(message)
  const claim = offerUndo(group, () => undoAct(client, group, event))
  if (final) return toast(message)
  toast({ ...message, undo: () => void (claim() && undoAct(client, group, event)) })
}

/** Whether an answer tells of a new act; what changed nothing names the newest event there is, which may be one's own. */
export function isNewAct(group: string, event: number): boolean {
  const name = `${group} ${event}`
  return !known.has(name) && Boolean(known.add(name))
}
