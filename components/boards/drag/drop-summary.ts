import type { Card } from '#lib/contract/issues.ts'
import { CLOSED, sumsOf } from '#lib/domain/boards.ts'
import type { LaneId } from '#lib/domain/boards.ts'

import { laneTitle } from '#components/boards/view/arrange.ts'
import type { Carry } from '#components/boards/view/board-store.ts'
import { commitmentOf, figure } from '#components/boards/view/capacity.ts'
import { faceOf } from '#components/lookups/card-names.ts'
import { entryOf } from '#components/boards/moves/entry.ts'
import { previewOf, whyNotMove } from '#components/boards/moves/move-rules.ts'
import { indexByRank, keepsOrder } from './drop-position.ts'
import { laneById, laneOfCard, placeAmong, sectionOf, sectionTitle } from './board-snapshot.ts'
import type { BoardSnapshot } from './board-snapshot.ts'
import { isWithOthers, selectedCards } from '#components/boards/select/selection.ts'

/** What letting go here would change, in words. */
export type DropSummary = {
  lane: string
  place: string
  /** “3 of 4 cards”; empty where one card moves alone. */
  count: string
  off: string[]
  on: string[]
  /** What the lane across the columns gives. */
  entered: string[]
  /** What is worth knowing, and what is worth a second thought. */
  facts: string[]
  warnings: string[]
  /** Of several cards the ones that stay, with the reason. */
  stays: string[]
  /** Why nothing would move. */
  refusal: string | null
}

/** The cards that move with the held one: itself, or all that is selected with it. */
export const movedCards = (
  snapshot: BoardSnapshot,
  selected: ReadonlySet<number>,
  held: Card,
): readonly Card[] =>
  isWithOthers(snapshot, selected, held.ref) ? selectedCards(snapshot, selected) : [held]

/** `held` is the card by which all of `cards` are lifted. */
export function dropSummary(
  snapshot: BoardSnapshot,
  cards: readonly Card[],
  held: Card,
  to: LaneId,
  index: Carry['index'],
  section: string = sectionOf(snapshot, held),
): DropSummary {
  const refused = cards.flatMap((card) => {
    const refusal = whyNotMove(snapshot, card, to, section)
    return refusal ? [{ card, because: refusal.because }] : []
  })
  const moving = cards.filter((card) => !refused.some((one) => one.card === card))
  const previews = moving.map((card) => previewOf(snapshot, card, to))
  const { others, index: among } = placeAmong(snapshot, to, held, index, section)
  const at = among ?? indexByRank(held, others)
  const coming = moving.filter((card) => laneOfCard(snapshot, card) !== to)
  const bulk = cards.length > 1
  const once = (texts: readonly string[]) => [...new Set(texts)]
  return {
    lane: [laneTitle(snapshot.view, to), keepsOrder(to) && sectionTitle(snapshot, section)]
      .filter(Boolean)
      .join(', '),
    place: to === CLOSED || bulk ? '' : `place ${at + 1} of ${others.length + 1}`,
    count: bulk ? countText(moving.length, cards.length) : '',
    off: once(previews.flatMap(({ off }) => off)),
    on: once(previews.flatMap(({ on }) => on)),
    entered: once(moving.flatMap((card) => entryOf(snapshot, card, section)?.preview ?? [])),
    facts: factsOf(snapshot, { moving, coming, to, bulk }),
    warnings: once([
      ...previews.flatMap(({ warnings }) => warnings.map(({ because }) => because)),
      ...(coming.length > 0 ? limitTexts(snapshot, coming, to) : []),
    ]),
    stays: moving.length > 0 ? stayTexts(refused) : [],
    refusal: moving.length > 0 ? null : (refused[0]?.because ?? null),
  }
}

const countText = (moving: number, all: number): string =>
  moving === all ? `${all} cards` : `${moving} of ${all} cards`

const MOST_STAY = 3

function stayTexts(refused: readonly { card: Card; because: string }[]): string[] {
  const stays = refused.slice(0, MOST_STAY).map(({ card, because }) => `#${card.ref} stays: ${because}`)
  return refused.length > MOST_STAY ? [...stays, `And ${refused.length - MOST_STAY} more stay.`] : stays
}

type Moved = {
  moving: readonly Card[]
  coming: readonly Card[]
  to: LaneId
  bulk: boolean
}

function factsOf(snapshot: BoardSnapshot, { moving, coming, to, bulk }: Moved): string[] {
  const [first] = moving
  if (!first) return []
  const closes = to === CLOSED && coming.length > 0
  const reopens = to !== CLOSED && coming.some(({ state }) => state === 'closed')
  const facts = [
    closes && `Closes ${bulk ? 'them' : 'it'} (asks for a reason).`,
    reopens && `Opens ${bulk ? 'them' : 'it'} again.`,
    !bulk && coming.length > 0 && snapshot.view.board.kind !== 'planning' && driverText(snapshot, first, to),
    coming.length > 0 && capacityText(snapshot, coming, to),
  ]
  return facts.filter((texts) => typeof texts === 'string')
}

/** “Julie has 2 in review; usual are 2 days.” */
function driverText(snapshot: BoardSnapshot, card: Card, to: LaneId): string | null {
  const lane = laneById(snapshot, to)
  if (!lane?.column) return null
  const days = lane.column.usualDays === null ? null : Math.max(1, Math.round(lane.column.usualDays))
  const usual = days === null ? null : `the team’s usual is ${days === 1 ? '1 day' : `${days} days`} here`
  if (card.dri === null) return usual && `No DRI; ${usual}.`
  const count = lane.cards.filter(({ dri }) => dri === card.dri).length
  const name = faceOf(card.dri, snapshot.names).name.split(' ')[0] ?? card.dri
  return `${name} has ${count === 0 ? 'none' : count} ${lane.title}${usual ? `; ${usual}` : ''}.`
}

/** What the milestone can still carry afterwards, where the move changes it: work that is opened again may count again. */
function capacityText(
  { view, cards, names }: BoardSnapshot,
  coming: readonly Card[],
  to: LaneId,
): string | null {
  const again = new Set(to === CLOSED ? [] : coming)
  const after = cards.map((card) =>
    again.has(card) ? { ...card, state: 'open' as const, closeReason: null } : card,
  )
  const { capacity, committed } = commitmentOf(after, view, names)
  if (capacity === null || committed === commitmentOf(cards, view, names).committed) return null
  const left = capacity - committed
  return left < 0
    ? `Capacity of ${figure(capacity)}: ${figure(-left)} over.`
    : `Capacity left: ${figure(left)} of ${figure(capacity)}.`
}

function limitTexts(snapshot: BoardSnapshot, coming: readonly Card[], to: LaneId): string[] {
  const lane = laneById(snapshot, to)
  if (!lane?.column) return []
  const { wipCount, wipWeight } = lane.column
  const [count, weight] = [lane.all.count + coming.length, lane.all.weight + sumsOf(coming).weight]
  return [
    ...(wipCount !== null && count > wipCount
      ? [`${lane.title} would hold ${count}; the limit is ${wipCount}.`]
      : []),
    ...(wipWeight !== null && weight > wipWeight
      ? [`${lane.title} would weigh ${figure(weight)}; the limit is ${wipWeight}.`]
      : []),
  ]
}

/** The same for the ear. */
export function dropAnnouncement({
  lane,
  place,
  count,
  off,
  on,
  entered,
  facts,
  warnings,
  stays,
  refusal,
}: DropSummary): string {
  if (refusal) return `${lane}: ${refusal}`
  const labels = [off.length > 0 && `Removes ${off.join(', ')}.`, on.length > 0 && `Adds ${on.join(', ')}.`]
  const where = `${lane}${place ? `, ${place}` : ''}${count ? `, ${count}` : ''}.`
  return [where, ...labels, ...entered, ...facts.slice(0, 1), ...stays, ...warnings].filter(Boolean).join(' ')
}
