import type { Proposal } from '#lib/contract/calendar-files.ts'
import { absencesIn, type Absence, type LeftOut } from '#lib/domain/calendar/absences.ts'
import { LEFT_OUT, LEFT_OUT_CODES } from '#lib/domain/calendar/left-out.ts'
import { halvesOf, overlaps, type TimeOffDays } from '#lib/domain/time-off.ts'
import { spanText } from '#lib/kit/day-text.ts'
import { Failure } from '#lib/kit/failure.ts'
import { readCalendar } from '#lib/kit/ics/read.ts'
import { authorise, type Ctx } from '../context.ts'
import { todayOf } from './milestones.ts'
import { entriesAround } from './time-off.ts'

/** Titles of each reason that are listed. */
const MOST_TITLES = 20

/** What a calendar file proposes, beside what the actor has entered already. Nothing of the file is kept. */
export async function reviewCalendar(ctx: Ctx, text: string) {
  authorise(ctx, 'pto.own')
  const file = readCalendar(text)
  if ('code' in file) throw new Failure('invalid', file.because, { rule: file.code })
  const { absences, leftOut } = absencesIn(file, { today: todayOf(ctx), zone: ctx.group.zone })
  const [first, last] = [absences[0], absences.toSorted((a, b) => (a.to < b.to ? 1 : -1))[0]]
  const own =
    first && last && ctx.actor.id !== null
      ? await entriesAround(ctx, ctx.actor.id, { fromOn: first.from, toOn: last.to })
      : []
  return { proposals: absences.map((one) => proposed(one, own)), leftOut: byReason(leftOut) }
}

function proposed(absence: Absence, own: readonly TimeOffDays[]): Proposal {
  const { from, to, fromNoon, untilNoon, title, kind, likely } = absence
  const days = { fromOn: from, toOn: to, fromNoon, untilNoon }
  const met = own.filter((one) => overlaps(one, days))
  const proposal = { title, from, to, fromNoon, untilNoon, kind, likely }
  if (met.length === 0) return { ...proposal, state: 'new', because: null }
  if (met.some((one) => covers(one, days)))
    return { ...proposal, state: 'there', because: 'Already entered.' }
  const spans = met.map((one) => spanText(one.fromOn, one.toOn)).join(', ')
  return { ...proposal, state: 'overlaps', because: `Overlaps your time off ${spans}.` }
}

function covers(a: TimeOffDays, b: TimeOffDays): boolean {
  const [x, y] = [halvesOf(a), halvesOf(b)]
  return x.from <= y.from && y.to <= x.to
}

const byReason = (leftOut: readonly LeftOut[]) =>
  LEFT_OUT_CODES.flatMap((code) => {
    const all = leftOut.filter((one) => one.code === code)
    const items = all.slice(0, MOST_TITLES).map(({ title, day }) => ({ title, day }))
    return all.length === 0 ? [] : [{ code, because: LEFT_OUT[code], count: all.length, items }]
  })
