import { chanceWords } from '#components/forecast/forecast-text.ts'
import { blockedFor, needWords } from '#components/milestone-overview/overview-text.ts'
import { rolesText } from '#components/people/role-text.ts'
import { dayIn, dayMonth, dayMonthYear, daySpan } from '#components/ui/days/days.ts'
import type { Brief, BriefItem, BriefItems } from '#lib/contract/briefs.ts'
import { figure } from '#lib/domain/capacity/text.ts'
import { stateTitle } from '#lib/domain/workflow.ts'

/** A line of a brief: an issue, or what has no number. */
export type Line = {
  ref: number | null
  title: string
  /** What is said of it, in the order of weight. */
  facts: string[]
}
/** Lines under a heading of their own; '' for none. */
export type Part = { heading: string; lines: Line[]; note: string }
export type Section = { heading: string; lead: string; parts: Part[] }

/** The brief as its page and its Markdown have it, but for what changed. */
export const sectionsOf = (brief: Brief): Section[] => [
  committed(brief),
  moved(brief),
  risks(brief),
  whoToAsk(brief),
]

const issues = (count: number): string => `${count} issue${count === 1 ? '' : 's'}`
const notShown = (count: number): string => (count > 0 ? `${issues(count)} not shown.` : '')

/** “in review”, “done”, “closed, not done”: where an issue is, or what became of it once that is frozen. */
export function stateText({ state, outcome }: Pick<BriefItem, 'state' | 'outcome'>): string {
  if (outcome === 'reprioritised') return 'reprioritised'
  if (outcome === 'completed' || state === 'done') return 'done'
  if (state === null) return 'not done'
  if (state === 'dropped') return 'closed, not done'
  return state === 'none' ? 'no state' : stateTitle(state)
}

const weightText = (weight: number | null): string =>
  weight === null ? 'no weight' : `weight ${figure(weight)}`

const itemLine = (item: BriefItem, facts: string[]): Line => ({
  ref: item.ref,
  title: item.title,
  facts: [...facts, item.dri?.name ?? 'no DRI'].filter((fact) => fact !== ''),
})

function partOf(
  heading: string,
  { items, notShown: hidden }: BriefItems,
  say: (item: BriefItem) => string[],
): Part {
  return { heading, lines: items.map((item) => itemLine(item, say(item))), note: notShown(hidden) }
}

const isEmpty = ({ lines, note }: Part): boolean => lines.length === 0 && note === ''

/** What is not done yet stands first. */
function committed({ promised, phase }: Brief): Section {
  const { sum, items } = promised
  const inOrder = items.toSorted((a, b) => Number(stateText(a) === 'done') - Number(stateText(b) === 'done'))
  const part = partOf('', { ...promised, items: inOrder }, (item) => [
    stateText(item),
    weightText(item.weight),
  ])
  const when = phase === 'ahead' ? 'so far' : 'at the start'
  return {
    heading: 'Committed',
    lead:
      sum.count === 0
        ? `Nothing was committed ${when}.`
        : `${issues(sum.count)} ${when}, weight ${figure(sum.weight)}.`,
    parts: [part].filter((one) => !isEmpty(one)),
  }
}

function moved({ moved: all, phase }: Brief): Section {
  const gone: Part = {
    heading: 'Taken off or closed without being done',
    lines: all.gone.map((item) => itemLine(item, [weightText(item.weight)])),
    note: '',
  }
  const parts = [
    partOf('Added later', all.added, (item) => [`added ${dayMonth(item.on)}`, stateText(item)]),
    partOf('Reprioritised', all.reprioritised, (item) => [item.because]),
    partOf('Slipped', all.slipped, (item) => [
      item.because,
      item.wentTo === null ? '' : `went to ${item.wentTo}`,
    ]),
    gone,
    { heading: 'Changed dates', lines: all.redated.map(redatedLine), note: '' },
  ].filter((part) => !isEmpty(part))
  const nothing = phase === 'ahead' ? 'It has not started.' : 'Nothing moved since the start.'
  return { heading: 'What moved', lead: parts.length === 0 ? nothing : '', parts }
}

function redatedLine({ ref, title, from, to, on }: Brief['moved']['redated'][number]): Line {
  const facts = [`${spanOf(from)} → ${spanOf(to)}`, `changed ${dayMonth(on)}`]
  return { ref, title, facts }
}

function spanOf({ startOn, dueOn }: { startOn: string | null; dueOn: string | null }): string {
  if (startOn !== null && dueOn !== null) return daySpan(startOn, dueOn)
  return dueOn === null ? 'no due date' : `due ${dayMonthYear(dueOn)}`
}

function risks({ risks: all, today, zone, phase }: Brief): Section {
  const blocked: Part = {
    heading: 'Blocked',
    lines: all.blocked.map((one) => ({
      ref: one.ref,
      title: one.title,
      facts: [
        blockedFor(one.since === null ? null : dayIn(zone, one.since), today),
        needWords(one),
        one.dri?.name ?? 'no DRI',
      ],
    })),
    note: notShown(all.blockedNotShown),
  }
  const drift: Part = {
    heading: 'Needs attention',
    lines: all.drift.map(({ ref, title, because }) => ({ ref, title, facts: [because] })),
    note: '',
  }
  const parts = [blocked, drift].filter((part) => !isEmpty(part))
  const lead = phase === 'over' ? [] : [outlook(all), capacityText(all.capacity)]
  const nothing = parts.length === 0 ? 'Nothing is blocked or needs attention.' : ''
  return {
    heading: 'Risks',
    lead: [...lead, nothing].filter((text) => text !== '').join(' '),
    parts,
  }
}

function outlook({ forecast, noForecast }: Brief['risks']): string {
  if (forecast === null) return noForecast ?? ''
  return `Forecast: ${forecast.likely} of ${forecast.of} likely done. ${chanceWords({ ...forecast, days: [] })}`
}

/** Only where more is planned than there is room for, it is a risk. */
function capacityText(capacity: Brief['risks']['capacity']): string {
  if (capacity === null || capacity.load <= capacity.weight) return ''
  const over = figure(Math.round((capacity.load - capacity.weight) * 100) / 100)
  return `Planned weight is ${figure(capacity.load)} of ${figure(capacity.weight)}: ${over} over capacity.`
}

function whoToAsk({ ask }: Brief): Section {
  const people = ask.people.map(({ name, role, title, acting }): Line => ({
    ref: null,
    title: name,
    facts: [rolesText({ roles: [role], titles: title === '' ? [] : [title], acting })],
  }))
  const dris = ask.dris.map(({ name, refs }): Line => ({
    ref: null,
    title: name,
    facts: [`DRI of ${refs.map((ref) => `#${ref}`).join(', ')}`],
  }))
  const teams = ask.teams.map(({ name, people: own }): Line => ({
    ref: null,
    title: name,
    facts: [own.length === 0 ? 'no main members' : own.join(', ')],
  }))
  const parts = [
    { heading: 'About the plan', lines: people, note: '' },
    { heading: 'About an issue', lines: dris, note: '' },
    { heading: 'About an area', lines: teams, note: '' },
  ]
  return { heading: 'Who to ask', lead: '', parts: parts.filter((part) => !isEmpty(part)) }
}

/** “Day 13 of 28” is the page’s; a brief says the days and how far they are. */
export function daysText({ milestone: { startOn, dueOn }, today, phase }: Brief): string {
  if (startOn === null || dueOn === null) return ''
  const state =
    phase === 'running' ? `as of ${dayMonthYear(today)}` : phase === 'ahead' ? 'not started' : 'over'
  return `${daySpan(startOn, dueOn)} ${dueOn.slice(0, 4)}, ${state}`
}
