import type { Card } from '#lib/contract/issues.ts'
import { CLOSED } from '#lib/domain/boards.ts'
import type { LaneId } from '#lib/domain/boards.ts'

import { laneTitle } from './arrange.ts'
import type { Carry } from './board-store.ts'
import { figure } from './capacity.ts'
import { faceOf } from './dictionaries.ts'
import { indexByRank } from './place.ts'
import { groupTitle, laneById, laneOfCard, othersIn, previewOf, whyNotMove } from './scene.ts'
import type { Scene } from './scene.ts'

/** What letting go here would change, in words. */
export type DropWords = {
  lane: string
  place: string
  off: string[]
  on: string[]
  /** What is worth knowing, and what is worth a second thought. */
  facts: string[]
  warnings: string[]
  refusal: string | null
}

export function dropWords(scene: Scene, card: Card, to: LaneId, index: Carry['index']): DropWords {
  const refusal = whyNotMove(scene, card, to)
  const { off, on, closes, reopens, warnings } = previewOf(scene, card, to)
  const others = othersIn(scene, to, card.ref)
  const at = index ?? indexByRank(card, others)
  const stays = laneOfCard(scene, card) === to
  const group = groupTitle(scene, card)
  const facts = [
    group !== null && !closes && `Stays in the lane “${group}”: a move changes the column alone.`,
    closes && 'Closes it; you say why.',
    reopens && 'Opens it again.',
    !stays && scene.view.board.kind !== 'planning' && driverWords(scene, card, to),
  ]
  return {
    lane: laneTitle(scene.view, to),
    place: to === CLOSED ? '' : `place ${at + 1} of ${others.length + 1}`,
    off,
    on,
    facts: facts.filter((words) => typeof words === 'string'),
    warnings: [...warnings.map(({ because }) => because), ...(stays ? [] : limitWords(scene, card, to))],
    refusal: refusal?.because ?? null,
  }
}

/** “Julie has 2 in review; usual are 2 days.” */
function driverWords(scene: Scene, card: Card, to: LaneId): string | null {
  const lane = laneById(scene, to)
  if (!lane?.column) return null
  const days = lane.column.usualDays === null ? null : Math.max(1, Math.round(lane.column.usualDays))
  const usual = days === null ? null : `the team’s usual is ${days === 1 ? '1 day' : `${days} days`} here`
  if (card.dri === null) return usual && `Nobody drives it; ${usual}.`
  const count = lane.cards.filter(({ dri }) => dri === card.dri).length
  const name = faceOf(card.dri, scene.names).name.split(' ')[0] ?? card.dri
  return `${name} has ${count === 0 ? 'none' : count} ${lane.title}${usual ? `; ${usual}` : ''}.`
}

function limitWords(scene: Scene, card: Card, to: LaneId): string[] {
  const lane = laneById(scene, to)
  if (!lane?.column) return []
  const { wipCount, wipWeight } = lane.column
  const [count, weight] = [lane.all.count + 1, lane.all.weight + (card.weight ?? 0)]
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
export function aloudDrop({ lane, place, off, on, facts, warnings, refusal }: DropWords): string {
  if (refusal) return `${lane}: ${refusal}`
  const labels = [
    off.length > 0 && `${off.join(', ')} comes off.`,
    on.length > 0 && `${on.join(', ')} goes on.`,
  ]
  return [`${lane}${place ? `, ${place}` : ''}.`, ...labels, ...facts.slice(0, 1), ...warnings]
    .filter(Boolean)
    .join(' ')
}
