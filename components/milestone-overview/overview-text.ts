import { figure } from '#lib/domain/capacity/text.ts'
import { dayMonth, dayMonthYear } from '#components/ui/days/days.ts'
import type { Overview, OverviewBurnUp, OverviewChange } from '#lib/contract/milestone-overview.ts'
import { chanceWords, fanWords } from '#components/forecast/forecast-text.ts'
import type { Fan, ForecastView } from '#lib/contract/forecast.ts'
import { type Jump, largestJump } from '#lib/domain/scope-jump.ts'
import { daysBetween, type PlainDate } from '#lib/kit/plain-date.ts'

/** A part of the sentence; `strong` is what it is about. */
export type Words = { text: string; strong?: boolean }[]

/** “12 Deliverables”, “1 Deliverable”. */
export const deliverables = (count: number): string => `${count} Deliverable${count === 1 ? '' : 's'}`

const issues = (count: number): string => `${count} issue${count === 1 ? '' : 's'}`
const days = (count: number): string => `${count} day${count === 1 ? '' : 's'}`

/** By which the chart measures. */
export type Measure = 'weight' | 'count'

/** What is promised before it starts, what is likely while it runs, and what was kept once it is over. */
export function sentenceOf(view: Overview, forecast: ForecastView['forecast'] = null): Words {
  if (view.outcome) return [...keptWords(view.milestone, view.outcome), ...stillOpen(view)]
  return view.burnUp ? runningWords(view, view.burnUp, forecast) : plannedWords(view)
}

function keptWords(
  { title, closedOn }: Overview['milestone'],
  { assigned, completed }: NonNullable<Overview['outcome']>,
): Words {
  const when = closedOn === null ? '' : ` Closed on ${dayMonthYear(closedOn)}.`
  if (assigned.count === 0) return [{ text: `Nothing was committed for ${title}.${when}` }]
  const ratio = Math.round((completed.count / assigned.count) * 100)
  return [
    { text: `${title} kept ` },
    { text: `${completed.count} of ${assigned.count}`, strong: true },
    { text: ` Deliverables, ${ratio} %.${when}` },
  ]
}

function stillOpen({ deliverables: now }: Overview): Words {
  const open = now ? now.count - now.done.count - droppedIn(now) : 0
  return open === 0 ? [] : [{ text: ` ${deliverables(open)} ${open === 1 ? 'is' : 'are'} still open.` }]
}

const droppedIn = ({ states }: NonNullable<Overview['deliverables']>): number =>
  states.find(({ state }) => state === 'dropped')?.count ?? 0

function runningWords(
  { day, deliverables: now, milestone }: Overview,
  burnUp: OverviewBurnUp,
  forecast: ForecastView['forecast'],
): Words {
  if (!now || now.count === 0)
    return [{ text: `${milestone.title} has no Deliverables yet, on day ${day.day} of ${day.of}.` }]
  const jump = largestJump(burnUp, 'weight')
  const grew = jump
    ? ` Scope ${jump.by > 0 ? 'grew' : 'shrank'} by weight ${figure(Math.abs(jump.by))} on ${dayMonth(jump.day)}.`
    : ''
  const blocked =
    now.blockedCount > 0
      ? ` ${deliverables(now.blockedCount)} ${now.blockedCount === 1 ? 'is' : 'are'} blocked.`
      : ''
  if (forecast) return [...likelyWords(milestone, forecast.count), { text: `${grew}${blocked}` }]
  return [
    { text: `${now.done.count} of ${now.count}`, strong: true },
    { text: ` Deliverables done on day ${day.day} of ${day.of}.${grew}${blocked}` },
  ]
}

/** “19.7 is likely to close 11 of 14 Deliverables by 11 Dec.”, and how sure that is. */
function likelyWords({ title, dueOn }: Overview['milestone'], fan: Fan): Words {
  if (fan.done === fan.of)
    return [
      { text: `${title} has closed ` },
      { text: `all ${fan.of}`, strong: true },
      { text: ' Deliverables.' },
    ]
  return [
    { text: `${title} is likely to close ` },
    { text: `${fan.likely} of ${fan.of}`, strong: true },
    { text: ` Deliverables by ${dayMonth(dueOn ?? '')}. ${chanceWords(fan)}` },
  ]
}

function plannedWords({ milestone, today, deliverables: now, capacity }: Overview): Words {
  const { title, startOn } = milestone
  const ahead = startOn ? daysBetween(today, startOn) : 0
  const starts = `${title} starts ${ahead === 1 ? 'tomorrow' : `in ${days(ahead)}`}: `
  const of = capacity ? ` of ${figure(capacity.weight)}` : ''
  if (!now || now.count === 0) {
    const load = capacity ? ` Candidates weigh ${figure(capacity.load)}${of}.` : ''
    return [{ text: `${starts}no Deliverables yet.${load}` }]
  }
  return [
    { text: starts },
    { text: deliverables(now.count), strong: true },
    { text: `, weight ${figure(now.weight)}${of}.` },
  ]
}

const signed = (value: number): string => (value > 0 ? `+${figure(value)}` : `−${figure(-value)}`)

/** “+4 on 20 Nov”. */
export const jumpLabel = ({ day, by }: Jump): string => `${signed(by)} on ${dayMonth(day)}`

/** “#219, #270 added”: which issues changed the scope of a day, three at most. */
export function jumpNote({ changes, notShown }: Day): string {
  const by = (kind: OverviewChange['kind'], word: string) => {
    const refs = changes.filter((one) => one.kind === kind).map(({ ref }) => `#${ref}`)
    const more = refs.length > 3 ? ` and ${refs.length - 3} more` : ''
    return refs.length === 0 ? [] : [`${refs.slice(0, 3).join(', ')}${more} ${word}`]
  }
  const parts = [...by('added', 'added'), ...by('removed', 'removed'), ...by('weighed', 'reweighed')]
  return [...parts, ...(notShown > 0 ? [`${notShown} not shown`] : [])].join(' · ')
}

const VERBS: Record<OverviewChange['kind'], string> = {
  added: 'Added',
  removed: 'Removed',
  done: 'Done',
  reopened: 'Reopened',
  dropped: 'Closed, not done',
  weighed: 'Reweighed',
}
export const changeTitle = (kind: OverviewChange['kind']): string => VERBS[kind]

/** “weight 3”, “weight 2 → 3”. */
export const changeWeight = ({ weight, was }: OverviewChange): string =>
  was === undefined ? `weight ${figure(weight)}` : `weight ${figure(was)} → ${figure(weight)}`

/** “Scope 31, promise 27, done 12 by weight on 26 Nov.”: what the chart shows, in one sentence. */
export function chartSummary(
  { promise, days }: OverviewBurnUp,
  measure: Measure,
  fan: Fan | null = null,
): string {
  const last = days.at(-1)
  const unit = measure === 'weight' ? 'by weight' : 'in issues'
  if (!last) return `The promise is ${figure(promise[measure])} ${unit}.`
  const jump = largestJump({ promise, days }, measure)
  const grew = jump ? ` The largest change of scope was ${jumpLabel(jump)}.` : ''
  const values = `scope ${figure(last.scope[measure])}, promise ${figure(promise[measure])}, done ${figure(last.done[measure])}`
  const end = fan?.days.at(-1)
  const likely = fan && end ? ` By ${dayMonth(end.day)}: ${fanWords(fan)}.` : ''
  return `Burn-up ${unit}: ${values} on ${dayMonth(last.day)}.${grew}${likely}`
}

type Day = OverviewBurnUp['days'][number]

/** What changed on a day, in one sentence; without a change “No change”. */
export function changesWords({ changes, notShown }: Day): string {
  const facts = changes.map(({ kind, ref, title }) => `${changeTitle(kind)} #${ref} ${title}`)
  const hidden = notShown > 0 ? [`${issues(notShown)} not shown`] : []
  return [...facts, ...hidden].join('; ') || 'No change'
}

/** A day of the chart, for screen readers. */
export const daySummary = (day: Day, measure: Measure): string =>
  `${dayMonth(day.day)}: scope ${figure(day.scope[measure])}, done ${figure(day.done[measure])}. ${changesWords(day)}.`

/** “blocked 6 days”. */
export function blockedFor(since: PlainDate | null, today: PlainDate): string {
  const length = since === null ? 0 : daysBetween(since, today)
  return length < 1 ? 'blocked since today' : `blocked ${days(length)}`
}

/** What a blocked issue waits for: “A price list, from Fulfillment.” */
export function needWords({ need, from }: { need: string; from: string }): string {
  if (need === '') return from === '' ? 'Reason not set.' : `Blocked on ${from}.`
  return `${need.replace(/[.]$/, '')}${from === '' ? '' : `, from ${from}`}.`
}
