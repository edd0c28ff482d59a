import type { CapacityOverride, CapacityRow, CapacityView } from '#lib/contract/capacity.ts'
import { TERMS, type Term } from '#lib/domain/capacity/terms.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'
import { dayMonth } from '#components/ui/days/days.ts'
import { figure, termTitle } from '#lib/domain/capacity/text.ts'

import { days, signed } from './capacity-text.ts'

/** A figure of the grid: of a person in a team, of a team, or of all; in a week, or in the milestone. */
export type Place = { team: string | null; person: string | null; week: PlainDate | null }

export type Line = { name: string; value: string; term?: Term; overrides?: CapacityOverride[] }
export type Sum = { title: string; lines: Line[]; result: Line; row: CapacityRow | null }

/** How a figure of the grid comes about. */
export function sumAt(view: CapacityView, { team, person, week }: Place): Sum {
  const where = week === null ? view.milestone.title : `week of ${dayMonth(week)}`
  const row = person !== null ? view.rows.find((one) => one.person === person && one.team === team) : null
  if (row) return { ...termsOf(view, row, week), title: `${row.name}, ${where}`, row }
  if (team !== null) {
    const rows = view.rows.filter((one) => one.team === team)
    const of = (one: CapacityRow) => (week === null ? one.weight : daysIn(one, week))
    const sum = week === null ? teamOf(view, team).weight : rows.reduce((all, one) => all + of(one), 0)
    return {
      title: `${teamOf(view, team).name}, ${where}`,
      lines: rows.map((one) => ({ name: one.name, value: figure(of(one)) })),
      result: result(week, sum),
      row: null,
    }
  }
  return {
    title: `The group, ${where}`,
    lines: view.teams.map((one) => ({
      name: one.name,
      value: figure(week === null ? one.weight : teamDays(view, one.team, week)),
    })),
    result: result(
      week,
      week === null ? view.total.weight : view.rows.reduce((all, one) => all + daysIn(one, week), 0),
    ),
    row: null,
  }
}

const result = (week: PlainDate | null, value: number): Line =>
  week === null ? { name: 'Capacity', value: figure(value) } : { name: 'Available', value: days(value) }

function termsOf(
  view: CapacityView,
  row: CapacityRow,
  week: PlainDate | null,
): Pick<Sum, 'lines' | 'result'> {
  const terms = row.weeks.find(({ weekOn }) => weekOn === week) ?? row
  const lines = TERMS.map((term): Line => ({
    name: nameIn(view, row, term),
    value: signed(term, terms[term]),
    term,
    overrides: overridesOf(view, row, term, week),
  }))
  if (week !== null) return { lines, result: result(week, terms.availableDays) }
  return {
    lines: [
      ...lines,
      { name: 'Available', value: days(row.availableDays) },
      { name: 'Days per weight', value: `÷ ${figure(view.daysPerWeight)}` },
    ],
    result: result(null, row.weight),
  }
}

function nameIn(view: CapacityView, row: CapacityRow, term: Term): string {
  if (term === 'share') return `Share for ${teamOf(view, row.team).name}`
  if (term === 'triageDays' && row.triageDays > 0) return `Triage duty, ${view.triageShare} % of a day`
  return termTitle(term)
}

/** What the manager put in the place of a term of a row, in a week or anywhere in the milestone. */
export const overridesOf = (
  view: CapacityView,
  { person, team }: CapacityRow,
  term: Term,
  week: PlainDate | null,
): CapacityOverride[] =>
  view.overrides.filter(
    (one) =>
      one.person === person &&
      one.term === term &&
      (one.team === null || one.team === team) &&
      (week === null || one.weekOn === null || one.weekOn === week),
  )

export const daysIn = (row: CapacityRow, week: PlainDate): number =>
  row.weeks.find(({ weekOn }) => weekOn === week)?.availableDays ?? 0

export const teamDays = (view: CapacityView, team: string, week: PlainDate): number =>
  view.rows.reduce((sum, row) => (row.team === team ? sum + daysIn(row, week) : sum), 0)

export const teamOf = (view: CapacityView, slug: string) =>
  view.teams.find(({ team }) => team === slug) ?? {
    team: slug,
    name: slug,
    weight: 0,
    load: 0,
    unassigned: 0,
  }
