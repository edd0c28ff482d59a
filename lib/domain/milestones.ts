import { addDays, compareDays, daysBetween, plainDate, weekday } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import type { Refusal } from '#lib/kit/refusal.ts'
import { areAlike } from '#lib/kit/visible.ts'

import { whyNotDay } from './days.ts'

export const SHELVES = ['next-1-3', 'next-4-6', 'backlog', 'awaiting-feedback'] as const
export type Shelf = (typeof SHELVES)[number]

/** A timebox has its days, both inclusive, on the group's calendar; a shelf has none. */
export type Milestone = {
  id: string
  title: string
  kind: 'timebox' | 'shelf'
  shelf: Shelf | null
  startOn: PlainDate | null
  dueOn: PlainDate | null
  closedAt: string | null
}

type Days = { startOn: PlainDate; dueOn: PlainDate }
export type MilestoneProposal = Days & { title: string; releaseOn: PlainDate }

/** Shelf titles of the handbook, and the names by which other groups know the same shelves. */
const SHELF_TITLES: ReadonlyMap<string, Shelf> = new Map<string, Shelf>([
  ['next 1-3 milestones', 'next-1-3'],
  ['next 1-3 releases', 'next-1-3'],
  ['next 4-6 milestones', 'next-4-6'],
  ['next 4-6 releases', 'next-4-6'],
  ['backlog', 'backlog'],
  ['awaiting customer feedback', 'awaiting-feedback'],
  ['awaiting further demand', 'awaiting-feedback'],
])

/** Numbers inside titles count as numbers: 18.9 comes before 18.10. */
export function compareTitles(a: string, b: string): number {
  const [left, right] = [runsOf(a), runsOf(b)]
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const order = compareRuns(left[at] ?? '', right[at] ?? '')
    if (order !== 0) return order
  }
  return left.length - right.length || compareDays(a, b)
}

/** The timebox that contains today. */
export function currentOf<M extends Milestone>(list: readonly M[], today: PlainDate): M | null {
  return list.find((one) => contains(daysOf(one), today)) ?? null
}

/** The timebox that starts first after today. */
export function nextOf<M extends Milestone>(list: readonly M[], today: PlainDate): M | null {
  const later = list.filter((one) => (daysOf(one)?.startOn ?? today) > today)
  return later.toSorted((a, b) => compareDays(a.startOn ?? '', b.startOn ?? ''))[0] ?? null
}

/** The shelf that a title names, or null: "Next 1-3 releases" is the shelf of the Next 1-3 Milestones. */
export function shelfAlias(title: string): Shelf | null {
  const plain = title
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[‐‑–—]/g, '-')
  return SHELF_TITLES.get(plain) ?? null
}

/**
 * The usual days of the milestone that is released in that month, a proposal: the release is on the third Thursday,
 * the last day is the Friday before it, the first is the Saturday before the release of the month before.
 * @throws RangeError outside of 0001-02 to 9999-12
 */
export function proposeMilestone(year: number, month: number): Days & { releaseOn: PlainDate } {
  const releaseOn = thirdThursday(year, month)
  const previous = month === 1 ? thirdThursday(year - 1, 12) : thirdThursday(year, month - 1)
  return { startOn: addDays(previous, -5), dueOn: addDays(releaseOn, -6), releaseOn }
}

/** Starts the day after the previous one and ends on the next usual last day that leaves two weeks of work or more. */
export function proposeNext(previous: { title: string; dueOn: PlainDate }): MilestoneProposal {
  let [year, month] = [Number(previous.dueOn.slice(0, 4)), Number(previous.dueOn.slice(5, 7))]
  let days = proposeMilestone(year, month)
  while (daysBetween(previous.dueOn, days.dueOn) < 14) {
    ;[year, month] = month === 12 ? [year + 1, 1] : [year, month + 1]
    days = proposeMilestone(year, month)
  }
  return { ...days, startOn: addDays(previous.dueOn, 1), title: titleAfter(previous.title) }
}

/**
 * What a new timebox is proposed to be: it follows the latest one; the first lies around today, and so does one behind
 * days that no milestone plans for.
 */
export function proposalFor(list: readonly Milestone[], today: PlainDate): MilestoneProposal {
  const [latest] = list
    .flatMap(({ title, dueOn }) => (dueOn === null ? [] : [{ title, dueOn }]))
    .toSorted((a, b) => compareDays(b.dueOn, a.dueOn))
  if (latest && whyNotDay(latest.dueOn) === null) return proposeNext(latest)
  return { ...daysAround(today), title: '' }
}

/** The usual days round today, or the next ones where less than two weeks of work are left. */
function daysAround(today: PlainDate): Days & { releaseOn: PlainDate } {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const usual = [0, 1, 2].map((ahead) => {
    const months = year * 12 + month - 1 + ahead
    return proposeMilestone(Math.floor(months / 12), (months % 12) + 1)
  })
  const fitting = usual.find(({ dueOn }) => daysBetween(today, dueOn) >= 14)
  return fitting ?? proposeMilestone(year, month)
}

/** Titles of one look are one title, and what other groups call a shelf would be taken for it. `own` is what is renamed. */
export function whyNotTitle(
  list: readonly Milestone[],
  title: string,
  own: Pick<Milestone, 'id' | 'shelf'> | null,
): Refusal | null {
  const other = list.find((one) => one.id !== own?.id && areAlike(one.title, title))
  if (other) return { code: 'title_taken', because: `A milestone “${other.title}” already exists.` }
  const shelf = shelfAlias(title)
  if (shelf === null || shelf === own?.shelf) return null
  return { code: 'title_of_shelf', because: `“${title}” is the name of a shelf. Choose another title.` }
}

/** What was said and done in a milestone is counted by its days: once it has ended or is closed they stay as they are. */
export function whyNotNewDays({ title, kind, closedAt }: Milestone, ended: boolean): Refusal | null {
  if (kind === 'shelf') return { code: 'no_days', because: `${title} is a shelf. Shelves have no dates.` }
  if (closedAt !== null) return { code: 'closed', because: `${title} is closed. Its dates no longer change.` }
  if (!ended) return null
  return { code: 'ended', because: `${title} has ended. Its dates no longer change.` }
}

/** What a milestone is for stands beside what became of it once it is closed. */
export function whyNotGoals({
  title,
  shelf,
  closed,
}: {
  title: string
  shelf: string | null
  closed: boolean
}): Refusal | null {
  if (shelf !== null) return { code: 'no_days', because: `${title} is a shelf. Shelves have no goals.` }
  if (closed) return { code: 'closed', because: `${title} is closed. Its goals no longer change.` }
  return null
}

/** No two timeboxes of a group overlap, so that every day belongs to one commitment at most. */
export function whyNotOverlap(list: readonly Milestone[], candidate: Days & { id?: string }): Refusal | null {
  if (candidate.startOn > candidate.dueOn) {
    return { code: 'ends_before_start', because: 'The end date must be on or after the start date.' }
  }
  const other = list.find((one) => {
    const days = one.id === candidate.id ? null : daysOf(one)
    return days !== null && days.startOn <= candidate.dueOn && candidate.startOn <= days.dueOn
  })
  if (!other) return null
  const because = `${other.title} runs from ${other.startOn} to ${other.dueOn}. Choose other dates.`
  return { code: 'overlap', because }
}

/** Over by its days, or closed by an act: what was said in it is settled, and today's cards say nothing about it. */
export function isOver(
  { dueOn, closed }: { dueOn: PlainDate | null; closed: boolean },
  today: PlainDate,
): boolean {
  return dueOn !== null && (closed || dueOn < today)
}

/** "Day 12 of 28", in calendar days: 0 before the start, the last day after the end; null for a shelf. */
export function dayNumber(milestone: Milestone, today: PlainDate): { day: number; of: number } | null {
  const days = daysOf(milestone)
  if (!days) return null
  const of = daysBetween(days.startOn, days.dueOn) + 1
  return { day: Math.min(Math.max(daysBetween(days.startOn, today) + 1, 0), of), of }
}

function daysOf({ kind, startOn, dueOn }: Milestone): Days | null {
  return kind === 'timebox' && startOn !== null && dueOn !== null ? { startOn, dueOn } : null
}

function contains(days: Days | null, day: PlainDate): boolean {
  return days !== null && days.startOn <= day && day <= days.dueOn
}

function thirdThursday(year: number, month: number): PlainDate {
  const first = plainDate(year, month, 1)
  return addDays(first, ((11 - weekday(first)) % 7) + 14)
}

/** 18.7 → 18.8, 18.11 → 19.0 (twelve releases to a major version), Sprint 12 → Sprint 13, no number → unnamed. */
function titleAfter(title: string): string {
  const version = /^(\d+)\.(\d+)$/.exec(title.trim())
  if (version && Number(version[2]) >= 11) return `${BigInt(version[1] ?? '') + 1n}.0`
  const number = /^(.*?)(\d+)(\D*)$/.exec(title.trim())
  return number ? `${number[1]}${BigInt(number[2] ?? '') + 1n}${number[3]}` : ''
}

function runsOf(title: string): string[] {
  return title.match(/\d+|\D+/g) ?? []
}

function compareRuns(a: string, b: string): number {
  if (!/^\d/.test(a) || !/^\d/.test(b)) return compareDays(a, b)
  const [x, y] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')]
  return x.length - y.length || compareDays(x, y)
}
