import type { Card } from '#lib/contract/issues.ts'
import type { EnteredSwimlane } from '#lib/contract/swimlanes.ts'
import { driDrop, needsContext } from '#lib/domain/swimlanes.ts'
import type { DriStep } from '#lib/domain/swimlanes.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

import { faceOf } from '#components/lookups/card-names.ts'
import { sectionOf, sectionTitle } from '#components/boards/drag/board-snapshot.ts'
import type { BoardSnapshot } from '#components/boards/drag/board-snapshot.ts'

/** What was answered to the question for the next DRI. */
export type GivenOver = { person: string; context: string; atOnce?: boolean }

/** What a card gets by the lane across the columns that it enters. */
export type Entry = {
  refusal: Refusal | null
  /** Whether the next DRI needs words. */
  asks: boolean
  /** What letting go would change, and what was changed, in words. */
  preview: string
  message: string
  optimistic: Partial<Card>
  input: (given?: GivenOver) => EnteredSwimlane
}

/** Null where the card stays in its own lane, or where there are none. */
export function entryOf(snapshot: BoardSnapshot, card: Card, section: string | undefined): Entry | null {
  const { grouping } = snapshot
  if (grouping === 'none' || section === undefined || section === sectionOf(snapshot, card)) return null
  const title = sectionTitle(snapshot, section) ?? section
  const free = { refusal: null, asks: false }
  if (grouping === 'person') return personEntry(snapshot, card, section)
  if (grouping === 'epic') {
    const epic = section === '' ? null : Number(section)
    const texts = epic === null ? ['Removes it from its epic.', 'It has no epic.'] : epicTexts(title)
    const [preview = '', message = ''] = texts
    return { ...free, preview, message, optimistic: { epic }, input: () => ({ by: 'epic', epic }) }
  }
  const team = section || null
  return {
    ...free,
    preview: team === null ? 'Removes the functional team.' : `Sets the functional team to ${title}.`,
    message: team === null ? 'It has no functional team.' : `Its functional team is ${title}.`,
    optimistic: { team },
    input: () => ({ by: 'team', team }),
  }
}

const epicTexts = (title: string) => [`Sets the epic to “${title}”.`, `Its epic is “${title}”.`]

function personEntry(snapshot: BoardSnapshot, card: Card, section: string): Entry {
  const { actor, names } = snapshot
  const face = (handle: string) => ({ id: handle, name: faceOf(handle, names).name })
  const to = section === '' ? null : { ...face(section), roles: names.people.get(section)?.roles ?? [] }
  const dri = card.dri === null ? null : face(card.dri)
  const { step, refusal } = driDrop({
    open: card.state === 'open',
    dri,
    to,
    me: actor.handle,
    actor,
    asked: card.offeredTo === null ? null : face(card.offeredTo).name,
  })
  const [preview, message] = driTexts(step, dri?.name ?? '', to?.name ?? '')
  return {
    refusal,
    asks: needsContext(step),
    preview,
    message,
    optimistic: driAfter(step, card, section),
    input: (given) => ({
      by: 'person',
      person: given?.person ?? to?.id ?? null,
      ...(given ? { context: given.context, atOnce: given.atOnce ?? true } : {}),
    }),
  }
}

function driTexts(step: DriStep, from: string, to: string): [preview: string, message: string] {
  switch (step) {
    case 'keeps':
      return ['', '']
    case 'takes':
      return ['Assigns it to you: you become the DRI.', 'You are now the DRI.']
    case 'assigns':
      return [`Makes ${to} the DRI.`, `${to} is now the DRI.`]
    case 'steps_down':
      return ['You step down as DRI.', 'You stepped down as DRI.']
    case 'asks':
      return [`Asks ${to} to take over; you add the context.`, `Asked ${to} to take over.`]
    case 'hands_over':
      return [`Hands over from ${from} to ${to}; you add the context.`, `Handed over to ${to}.`]
  }
}

function driAfter(step: DriStep, card: Card, person: string): Partial<Card> {
  const others = card.assignees.filter((one) => one !== (step === 'takes' ? person : card.dri))
  switch (step) {
    case 'keeps':
      return {}
    case 'takes':
      return { dri: person, assignees: [...others, person] }
    case 'steps_down':
      return { dri: null, assignees: others }
    case 'asks':
      return { offeredTo: person }
    default:
      return { dri: person, offeredTo: null }
  }
}
