import { figure, overText } from '#lib/domain/capacity/text.ts'
import { dayIn, dayMonthYear } from '#components/ui/days/days.ts'
import type { Sandbox, SandboxView } from '#lib/contract/sandboxes.ts'

/** “+2.5”, “−1”; empty where nothing changes. */
export function differenceText(live: number, whatIf: number): string {
  const difference = Math.round((whatIf - live) * 100) / 100
  if (difference === 0) return ''
  return difference > 0 ? `+${figure(difference)}` : `−${figure(-difference)}`
}

/** What all changes come to, in one sentence. */
export function totalText({ total: { live, whatIf }, milestone }: SandboxView): string {
  const carries = `the group can commit ${figure(whatIf.weight)} in ${milestone.title}`
  const instead =
    live.weight === whatIf.weight ? ', as in the live plan' : ` instead of ${figure(live.weight)}`
  const load =
    live.load === whatIf.load
      ? `Candidates add up to ${figure(whatIf.load)}, as in the live plan.`
      : `Candidates add up to ${figure(whatIf.load)} instead of ${figure(live.load)}.`
  return `With these changes ${carries}${instead}. ${load} ${picks(live.picked, whatIf.picked)}`.trim()
}

/** Nothing is said of picks before there are any. */
function picks(live: number, whatIf: number): string {
  if (live === 0 && whatIf === 0) return ''
  return `Picks add up to ${figure(whatIf)}${live === whatIf ? ', as in the live plan' : ` instead of ${figure(live)}`}.`
}

/** “14 of 12.5 picked, 1.5 over; 12 in the live plan”. */
export function pickedText({ total: { live, whatIf } }: Pick<SandboxView, 'total'>): string {
  const over = overText(whatIf.picked, whatIf.weight)
  const all = `${figure(whatIf.picked)} of ${figure(whatIf.weight)} picked${over && `, ${over}`}`
  return live.picked === whatIf.picked ? all : `${all}; ${figure(live.picked)} in the live plan`
}

/** How it ended; null while it is open. */
export function endedText({ state, endedBy, endedAt }: Sandbox, zone: string): string | null {
  if (state === 'open' || endedAt === null) return null
  const who = `by ${endedBy ?? 'the clock'} on ${dayMonthYear(dayIn(zone, endedAt))}`
  return state === 'applied'
    ? `This what-if was applied ${who}. Its changes are in the live plan.`
    : `This what-if was dropped ${who}. Nothing of it changed the live plan.`
}
