import type { EpicForecastView } from '#lib/contract/epic-forecast.ts'
import type { Fan, ForecastView } from '#lib/contract/forecast.ts'
import { dayMonthYear } from '#components/ui/days/days.ts'
import type { ProgressState } from '#lib/domain/progress.ts'
import { stateTitle } from '#lib/domain/workflow.ts'
import { SURE } from '#lib/domain/forecast/fan.ts'

/** “70 %”; what is nearly never or nearly always so is not called never or always. */
export function percentOf(chance: number): string {
  if (chance > 0 && chance < 0.01) return 'less than 1 %'
  if (chance > 0.99 && chance < 1) return 'more than 99 %'
  return `${Math.round(chance * 100)} %`
}

const SURE_PERCENT = percentOf(SURE)
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** “70 % chance that all 14 close; 85 % that 11 do.” */
export function chanceWords({ chance, of, sure }: Fan): string {
  const all = upper(`${percentOf(chance)} chance that all ${of} close`)
  return sure === of ? `${all}.` : `${all}; ${SURE_PERCENT} that ${sure} do.`
}

/** “25 likely, 21 to 28”. */
export const fanWords = ({ likely, low, high }: Pick<Fan, 'likely' | 'low' | 'high'>): string =>
  low === high ? `${likely} likely` : `${likely} likely, ${low} to ${high}`

const thousands = (value: number): string => value.toLocaleString('en')

/** “10 to 12 in 85 % of 10,000 runs”. */
export const runsWords = ({ low, high }: Fan, trials: number): string =>
  `${low === high ? low : `${low} to ${high}`} in ${SURE_PERCENT} of ${thousands(trials)} runs`

/** How the numbers come about, sentence by sentence. */
export function howWords({ trials, past, ahead }: Pick<ForecastView, 'trials' | 'past' | 'ahead'>): string[] {
  return [
    `${thousands(trials)} runs. Each run takes one of the last ${past.length} milestones and closes on each day that is left what that milestone closed on a day around the same place in it.`,
    `${ahead.workingDays} working ${ahead.workingDays === 1 ? 'day is' : 'days are'} left, on which people have ${ahead.people} days of work: holidays, days off, time off and triage duty are taken off, as on the Capacity page. Today counts as half a day.`,
    'Likely is the middle of all runs. The range leaves out the best and the worst 7.5 %.',
  ]
}

/** “Likely closed by 14 Jan 2027; 85 % by 2 Feb 2027.” */
export function epicWords({ forecast, because, open }: EpicForecastView): string {
  if (!forecast) return because ?? ''
  const { likely, sure, chance } = forecast
  const issues = open === 1 ? 'The open issue is' : `The ${open} open issues are`
  if (likely === null) return `${issues} not likely closed within half a year: ${percentOf(chance)}.`
  const surely =
    sure === null ? `${percentOf(chance)} within half a year` : `${SURE_PERCENT} by ${dayMonthYear(sure)}`
  return `${issues} likely closed by ${dayMonthYear(likely)}; ${surely}.`
}

/** The pace of an epic, in words. */
export const paceWords = ({ trials, past }: EpicForecastView): string =>
  `${thousands(trials)} runs at the pace at which issues of this epic were closed as Deliverables in ${past.length} milestones since it was created. Weekends, public holidays and days off of the group are left out.`

/** Where an open issue is, inside a sentence. */
export const stateWords = (state: ProgressState): string =>
  state === 'none' || state === 'done' ? 'no state' : stateTitle(state)
