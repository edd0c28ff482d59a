'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { RefObject } from 'react'

import { useIssueKeys } from '#components/commands/command-target.ts'
import { peekedNow } from '#components/issues/page/use-peek.ts'
import type { Card } from '#lib/contract/issues.ts'
import { announce } from '#components/shell/announcer.tsx'
import { useHotkeys } from '#components/shell/hotkeys.ts'
import type { Hotkey } from '#components/shell/hotkeys.ts'
import { refuse, refusesPast, refusesPeek } from '#components/shell/refuse.ts'
import { whyNotAllowed } from '#lib/domain/permissions.ts'

import type { Lane } from '#components/boards/view/arrange.ts'
import type { BoardParts } from '#components/boards/view/board-context.ts'
import { focusCard, openMenu } from '#components/boards/view/board-store.ts'
import { movesHere } from '#components/boards/moves/with-moves.ts'
import { laneOfCard, cardOf } from '#components/boards/drag/board-snapshot.ts'
import { selectedCards, selectNothing, toggleSelected } from './selection.ts'
import { useCarry } from '#components/boards/drag/use-keyboard-drag.ts'

/** The keys of a board; all of them also have a button or a menu. */
export function useBoardKeys(
  parts: BoardParts,
  root: RefObject<HTMLElement | null>,
  focusSearch: () => void,
) {
  const { store, take, peek, open } = parts
  const carrying = useCarry(parts)
  const client = useQueryClient()
  const selected = () => selectedCards(parts.snapshot(), store.get().selected)
  const here = () => {
    const focused = document.activeElement
    return focused === document.body || focused === null || (root.current?.contains(focused) ?? false)
  }
  const isCarrying = () => store.get().carry?.how === 'keys'
  const go = (across: number, down: number) => () => {
    if (!carrying.step(across, down)) step(parts, across, down)
  }
  const withActive = (act: (ref: number) => void) => () => {
    const { active } = store.get()
    if (active !== null && cardOf(parts.snapshot(), active)) act(active)
  }
  const select = (ref: number) => {
    const refusal = whyNotAllowed(parts.snapshot().actor, 'issue.edit')
    if (refusal) return refuse(refusal)
    toggleSelected(store, ref)
    const all = store.get().selected
    announce(`#${ref} ${all.has(ref) ? 'selected' : 'not selected'}, ${all.size} in all.`)
  }
  const look = (ref: number) => {
    if (refusesPeek()) return
    peek(ref)
    announce(`#${ref} is open beside the board.`)
  }
  const keys: Hotkey[] = [
    { keys: ['ArrowDown', 'j'], what: 'Next card', act: go(0, 1), when: here },
    { keys: ['ArrowUp', 'k'], what: 'Previous card', act: go(0, -1), when: here },
    { keys: ['ArrowRight', 'l'], what: 'Next column', act: go(1, 0), when: here },
    { keys: ['ArrowLeft', 'h'], what: 'Previous column', act: go(-1, 0), when: here },
    { keys: [' '], what: 'Peek at the issue', act: withActive(look), when: here },
    {
      keys: ['Enter'],
      what: 'Open the issue, or drop the card',
      act: () => carrying.drop() || withActive(open)(),
      when: () => here() || isCarrying(),
      grabs: isCarrying,
    },
    { keys: ['v'], what: 'Pick up the card and move it with arrows', act: withActive(carrying.start) },
    { keys: ['x'], what: 'Select or deselect the card', act: withActive(select) },
    { keys: ['.'], what: 'Move to…', act: withActive((ref) => openMenu(store, ref)) },
    {
      keys: ['i'],
      what: 'Assign to me',
      act: () => {
        if (refusesPast()) return
        const chosen = selected()
        if (chosen.length === 0) return withActive(take)()
        // fetched already, with the bar that says how many
        void import('./take-selected.ts').then(({ takeSelected }) => takeSelected(client, parts, chosen))
      },
    },
    { keys: ['/'], what: 'Filter', act: focusSearch },
    {
      keys: ['Escape'],
      what: 'Cancel the move, deselect, or close the panel',
      act: () => {
        if (carrying.cancel()) return
        if (store.get().selected.size > 0) {
          selectNothing(store)
          announce('Nothing is selected.')
        } else if (peekedNow() !== null) {
          peek(null)
          announce('The panel is closed.')
        }
      },
    },
  ]
  useHotkeys('Board', keys)
  const subject = () => {
    const { active } = store.get()
    return active !== null && cardOf(parts.snapshot(), active) ? active : null
  }
  useIssueKeys({
    title: 'Card',
    subject: {
      ref: subject,
      refs: () => selected().map(({ ref }) => ref),
      moves: (refs) => movesHere()?.movesOf(parts, refs) ?? [],
    },
    spare: ['i', 'l'],
  })
}

/** The first press only shows which card is the active one. */
function step({ store, snapshot }: BoardParts, across: number, down: number) {
  const now = snapshot()
  const { active, opened } = store.get()
  const card = active === null ? null : cardOf(now, active)
  if (!card) return
  if (!document.activeElement?.closest('[data-card]')) return focusCard(store, card.ref)
  const lanes = now.lanes.filter(({ id, column }) => column !== null || opened.includes(id))
  const at = lanes.findIndex(({ id }) => id === laneOfCard(now, card))
  const here = lanes[at]
  if (!here) return
  const place = here.cards.findIndex(({ ref }) => ref === card.ref)
  const target =
    across === 0 || here.column === null
      ? here.cards[place + (across || down)]
      : across < 0
        ? beside(here, lanes.slice(0, at).toReversed(), card)
        : beside(here, lanes.slice(at + 1), card)
  if (target) focusCard(store, target.ref)
}

const cardRows = ({ rows }: Lane) => rows.flatMap((row) => (row.kind === 'card' ? [row] : []))

/** In the nearest lane that has cards of the same group, at the same height; else in the nearest that has any. */
function beside(from: Lane, lanes: readonly Lane[], card: Card): Card | undefined {
  const own = cardRows(from).find((row) => row.card.ref === card.ref)
  const inGroup = (lane: Lane) => cardRows(lane).filter(({ section }) => section === own?.section)
  const height = inGroup(from).findIndex((row) => row.card.ref === card.ref)
  for (const lane of lanes) {
    const mates = inGroup(lane)
    if (mates.length > 0) return (mates[height] ?? mates.at(-1))?.card
  }
  const any = lanes.find(({ cards }) => cards.length > 0)
  return any?.cards[height] ?? any?.cards.at(-1)
}
