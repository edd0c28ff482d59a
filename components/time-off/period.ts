import { addDays, compareDays, isPlainDate, monthOf, type PlainDate } from '#lib/kit/plain-date.ts'
import { monthInFull } from '#lib/kit/day-text.ts'
import { monthsAway } from '#components/ui/days/calendar-days.ts'
import type { MilestoneFacts } from '#lib/contract/facts.ts'
import { spanText } from '#lib/kit/day-text.ts'

/** What the address asks for. */
export type PeriodQuery = {
  view?: string | undefined
  month?: string | undefined
  milestone?: string | undefined
}

export type Timebox = { slug: string; title: string; startOn: PlainDate; dueOn: PlainDate }

/** The days that are shown, both included, and the addresses of those around them; null where there are none. */
export type Period = {
  view: 'month' | 'milestone'
  /** “December 2026”, “Milestone 19.8”. */
  title: string
  from: PlainDate
  to: PlainDate
  milestone: Timebox | null
  before: PeriodQuery | null
  after: PeriodQuery | null
}

/** The milestones that have days, the earliest first. */
export const timeboxes = (milestones: readonly MilestoneFacts[]): Timebox[] =>
  milestones
    .flatMap(({ slug, title, startOn, dueOn }) =>
      startOn === null || dueOn === null ? [] : [{ slug, title, startOn, dueOn }],
    )
    .toSorted((a, b) => compareDays(a.startOn, b.startOn))

type Known = { today: PlainDate; boxes: readonly Timebox[]; current: string | null }

/** A month unless a milestone is asked for; this month, or this milestone, unless the address names one that exists. */
export function periodOf(query: PeriodQuery, { today, boxes, current }: Known): Period {
  const placeOf = (slug: string | null | undefined) => boxes.findIndex((box) => box.slug === slug)
  const [asked, here] = [placeOf(query.milestone), placeOf(current)]
  // without a current one, the latest: what lies ahead is planned
  const at = asked >= 0 ? asked : here >= 0 ? here : boxes.length - 1
  const box = boxes[at]
  if (query.view === 'milestone' && box) {
    const to = (one: Timebox | undefined) => (one ? { view: 'milestone', milestone: one.slug } : null)
    return {
      view: 'milestone',
      title: `Milestone ${box.title}`,
      from: box.startOn,
      to: box.dueOn,
      milestone: box,
      before: to(boxes[at - 1]),
      after: to(boxes[at + 1]),
    }
  }
  const first = firstOf(query.month, today)
  const month = (by: number) => ({ month: monthOf(monthsAway(first, by)) })
  return {
    view: 'month',
    title: monthInFull(first),
    from: first,
    to: addDays(monthsAway(first, 1), -1),
    milestone: null,
    before: first > EARLIEST ? month(-1) : null,
    after: first < LATEST ? month(1) : null,
  }
}

/** Days of the product lie between these. */
const [EARLIEST, LATEST] = ['2000-01-01', '2099-11-01']

function firstOf(month: string | undefined, today: PlainDate): PlainDate {
  const asked = `${month ?? ''}-01`
  return isPlainDate(asked) && asked >= EARLIEST && asked <= LATEST ? asked : `${monthOf(today)}-01`
}

/** The milestones over the days, each with how many of them it has; days without one stand alone in a band of null. */
export function bandsOf(days: readonly PlainDate[], boxes: readonly Timebox[]) {
  const bands: { box: Timebox | null; from: PlainDate; count: number }[] = []
  for (const day of days) {
    const box = boxes.find(({ startOn, dueOn }) => startOn <= day && day <= dueOn) ?? null
    const last = bands.at(-1)
    if (last && last.box === box) last.count += 1
    else bands.push({ box, from: day, count: 1 })
  }
  return bands
}

/** “19.8, 12 Dec – 15 Jan”. */
export const boxText = ({ title, startOn, dueOn }: Timebox): string => `${title}, ${spanText(startOn, dueOn)}`
