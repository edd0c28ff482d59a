import { spanText } from '#lib/kit/day-text.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { type State, stateTitle } from '../workflow.ts'

/** What the record knows of an issue since the last update of its DRI. */
export type IssueSince = {
  /** Its state, where it came into it since. */
  moved: { to: State; on: PlainDate } | null
  /** What it is blocked on, where that began since; `from` may be empty. */
  blocked: { from: string; on: PlainDate } | null
  comments: number
  /** `from` is the weight of then. */
  weight: { from: number | null; to: number | null }
}

/** The same of an epic: what closed in it and came into it, and how far it is. */
export type EpicSince = {
  closed: number
  added: readonly number[]
  removed: number
  weight: { done: number; total: number }
}

/** Something that happened, and whether it is progress, which an update may begin with. */
type Fact = { text: string; isNews: boolean }

const news = (text: string): Fact => ({ text, isNews: true })
const aside = (text: string): Fact => ({ text, isNews: false })
const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

export function issueFactsSince({ moved, blocked, comments, weight }: IssueSince): Fact[] {
  const facts: Fact[] = []
  if (blocked) facts.push(news(`blocked${by(blocked.from)} on ${spanText(blocked.on, blocked.on)}`))
  else if (moved) facts.push(news(`moved to ${stateTitle(moved.to)} on ${spanText(moved.on, moved.on)}`))
  if (comments > 0) facts.push(aside(counted(comments, 'comment')))
  facts.push(weightFact(weight))
  return facts
}

const by = (from: string): string => (from.trim() === '' ? '' : ` by ${from.trim()}`)

function weightFact({ from, to }: IssueSince['weight']): Fact {
  if (to === null) return aside('no weight')
  return from === to ? aside(`weight ${to} unchanged`) : news(weightChange(from, to))
}

const weightChange = (from: number | null, to: number): string =>
  from === null ? `weight set to ${to}` : `weight changed from ${from} to ${to}`

/** So many are named, and the rest is counted. */
const NAMED = 3

export function epicFactsSince({ closed, added, removed, weight }: EpicSince): Fact[] {
  const facts: Fact[] = []
  if (closed > 0) facts.push(news(`${counted(closed, 'issue')} closed`))
  if (added.length > 0) {
    const refs = added.slice(0, NAMED).map((ref) => `#${ref}`)
    const more = added.length > NAMED ? ` and ${added.length - NAMED} more` : ''
    facts.push(news(`${added.length} added (${refs.join(', ')}${more})`))
  }
  if (removed > 0) facts.push(news(`${removed} removed`))
  facts.push(aside(`weight ${weight.done} of ${weight.total}`))
  return facts
}

export const textsOf = (facts: readonly Fact[]): string[] => facts.map(({ text }) => text)

/** What an update may begin with: short sentences, to be edited; empty where nothing happened. */
export const proposalOf = (facts: readonly Fact[]): string =>
  facts
    .filter(({ isNews }) => isNews)
    .map(({ text }) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`)
    .join(' ')
