import { createStore } from '#components/ui/store.ts'
import type { Store } from '#components/ui/store.ts'
import type { LaneId } from '#lib/domain/boards.ts'
import type { CloseReason } from '#lib/domain/issues.ts'

import type { GivenOver } from '#components/boards/moves/entry.ts'

/** A card on its way, by pointer or by keys, and where it would come to lie. */
export type Carry = {
  ref: number
  how: 'pointer' | 'keys'
  /** Whether an arrow has carried it already: from then on each place is told. */
  stepped?: true
  from: LaneId
  /** The group from which it comes and the one over which it is, '' where cards are not grouped. */
  own: string
  section: string
  lane: LaneId | null
  /** How many cards of the lane stay above it; null where the lane keeps no order. */
  index: number | null
  /** Pixels, so that the gap is as high as the card. */
  height: number
}

/** What was answered to the questions that a move raised. */
export type Extras = {
  blocked?: { need: string; from: string }
  closeReason?: CloseReason
  duplicateOf?: number
  given?: GivenOver
  pushBack?: { reason: string }
}

/** A question that a move raises before it happens; the subject is “#12”, with its number, or “3 issues”. */
export type Question = {
  kind: 'blocked' | 'close' | 'hand_over' | 'push_back'
  subject: string
  ref?: number
  /** The title of the milestone whose Build Board it leaves. */
  milestone?: string
  /** Into whose lane it was dropped. */
  person?: string
}
export type Ask = Question & { proceed: (answer: Extras) => void }

/** Asks one question after the other; leaving any of them leaves the card where it was. */
export function askEach(
  store: BoardStore,
  [next, ...rest]: readonly Question[],
  proceed: (extras: Extras) => void,
  before: Extras = {},
) {
  if (!next) return proceed(before)
  store.set({
    ask: { ...next, proceed: (answer) => askEach(store, rest, proceed, { ...before, ...answer }) },
  })
}

type State = {
  /** The one card that Tab reaches; arrows make another the active one. */
  active: number | null
  /** Set when the active card shall take the focus as soon as it is there. */
  wanted: boolean
  carry: Carry | null
  menu: { ref: number; anchor: HTMLElement } | null
  ask: Ask | null
  /** The cards that acts on several are meant for. */
  selected: ReadonlySet<number>
  /** The lanes beside the columns that are unfolded. */
  opened: readonly LaneId[]
}

export type BoardStore = Store<State>

export const createBoardStore = (active: number | null, wanted = false): BoardStore =>
  createStore<State>({
    active,
    wanted,
    carry: null,
    menu: null,
    ask: null,
    selected: new Set(),
    opened: [],
  })

/** Whether a card is on its way, by itself or with the selected one that is held. */
export const isMovedByKeys = ({ carry, selected }: State, ref: number): boolean =>
  carry !== null && (carry.ref === ref || (selected.has(carry.ref) && selected.has(ref)))

export function focusCard(store: BoardStore, ref: number) {
  store.set({ active: ref, wanted: true })
}

export function toggleLane(store: BoardStore, lane: LaneId) {
  store.set(({ opened }) => ({
    opened: opened.includes(lane) ? opened.filter((one) => one !== lane) : [...opened, lane],
  }))
}

/** Opens the menu of a card at its button. */
export function openMenu(store: BoardStore, ref: number) {
  const anchor = document.querySelector<HTMLElement>(`[data-card="${ref}"] [aria-haspopup="menu"]`)
  if (anchor) store.set({ menu: { ref, anchor } })
}
