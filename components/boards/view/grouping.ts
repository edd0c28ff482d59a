import type { Card } from '#lib/contract/issues.ts'
import type { WeightSums } from '#lib/domain/weight.ts'

import { cardSums } from './capacity.ts'
import type { Lookups } from '#components/lookups/card-names.ts'

/** By what the cards of a board lie in lanes; a card that is dropped into another lane gets what that lane stands for. */
export const GROUPINGS = ['none', 'epic', 'person', 'team'] as const
export type Grouping = (typeof GROUPINGS)[number]
export type Names = Pick<Lookups, 'epics' | 'people' | 'teams'>
export type Section = { key: string; title: string; cards: readonly Card[] }

export const GROUPING_TITLES: Record<Grouping, string> = {
  none: 'none',
  epic: 'epic',
  person: 'person',
  team: 'functional team',
}

export const isGrouping = (text: string | null): text is Grouping => GROUPINGS.some((one) => one === text)

/** A group as its head says it; it lies across all columns. */
export type Swimlane = { key: string; title: string; sums: WeightSums }

/** The lanes that have cards, and the two that a card can always be dropped into: the reader's own, and the last. */
export function swimlanesOf(
  cards: readonly Card[],
  grouping: Grouping,
  names: Lookups,
  me: string | null = null,
): Swimlane[] {
  if (grouping === 'none') return []
  const held = sectionsOf(cards, grouping, names)
  if (held.length === 0) return []
  return [...titlesOf(grouping, names), ['', NOTHING[grouping]] as const].flatMap(([key, title]) => {
    const section = held.find((one) => one.key === key)
    const isOffered = key === '' || (grouping === 'person' && key === me)
    return section || isOffered ? [{ key, title, sums: cardSums(section?.cards ?? [], names) }] : []
  })
}

/** The cards by what they share, in the order of the dictionary; what shares nothing comes last. */
export function sectionsOf(cards: readonly Card[], grouping: Grouping, names: Names): Section[] {
  if (grouping === 'none') return [{ key: '', title: '', cards }]
  const byKey = Map.groupBy(cards, (card) => keyOf(card, grouping))
  return [...titlesOf(grouping, names), ['', NOTHING[grouping]] as const].flatMap(([key, title]) => {
    const held = byKey.get(key)
    return held ? [{ key, title, cards: held }] : []
  })
}

const NOTHING = { epic: 'No epic', person: 'No DRI', team: 'No functional team' }

/** What a card has in common with the others of its group; '' for those that have nothing. */
export function keyOf(card: Card, grouping: Exclude<Grouping, 'none'>): string {
  if (grouping === 'epic') return card.epic === null ? '' : String(card.epic)
  return (grouping === 'person' ? card.dri : card.team) ?? ''
}

function titlesOf(grouping: Exclude<Grouping, 'none'>, { epics, people, teams }: Names): [string, string][] {
  if (grouping === 'epic') return [...epics.values()].map(({ number, title }) => [String(number), title])
  if (grouping === 'person') return [...people.values()].map(({ handle, name }) => [handle, name])
  return [...teams.values()].map(({ slug, name }) => [slug, name])
}
