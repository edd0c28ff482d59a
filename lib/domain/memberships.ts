import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { Refusal } from '#lib/kit/refusal.ts'

/** A membership of a functional team: days of the group's calendar, both included; `to` null while it lasts. */
export type Span = {
  team: string
  /** Of the person's working time, 0–100. */
  percent: number
  from: PlainDate
  to: PlainDate | null
}

/** The most that a person gives on any one day of the span. It is reached where one of theirs begins, or at the start. */
export function mostGiven(held: readonly Span[], { from, to }: Pick<Span, 'from' | 'to'>): number {
  const starts = held.map((one) => one.from).filter((day) => day > from && (to === null || day <= to))
  const givenOn = (day: PlainDate) => held.reduce((sum, one) => sum + (isOn(one, day) ? one.percent : 0), 0)
  return Math.max(...[from, ...starts].map(givenOn))
}

/** A staff engineer may be main in one team and support two: the shares of a person add up to all of their time at most. */
export function whyNotMember({
  name,
  held,
  next,
}: {
  name: string
  held: readonly Span[]
  next: Span
}): Refusal | null {
  if (next.to !== null && next.to < next.from) {
    return { code: 'ends_before', because: 'The last day must be on or after the first day.' }
  }
  if (held.some((one) => one.team === next.team && overlap(one, next))) {
    return {
      code: 'member_already',
      because: `${name} is already in this team on these days. Change that membership instead.`,
    }
  }
  const given = mostGiven(held, next)
  if (given + next.percent <= 100) return null
  const left = Math.max(0, 100 - given)
  return {
    code: 'more_than_all',
    because: `${name} gives ${given} % of their time already: ${left} % ${left === 1 ? 'is' : 'are'} left.`,
  }
}

const isOn = ({ from, to }: Span, day: PlainDate) => from <= day && (to === null || day <= to)

const overlap = (a: Span, b: Span) => (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to)
