import { useChange } from '#components/changes/use-change.ts'
import { setDuty } from '#lib/contract/capacity.ts'
import { askDutyCover, askIssueCover, takeDuty } from '#lib/contract/cover.ts'
import type { CoverDuty } from '#lib/contract/cover.ts'
import { spanText } from '#lib/kit/day-text.ts'
import { addDays } from '#lib/kit/plain-date.ts'

type Duty = Pick<CoverDuty, 'team' | 'week'>

const SENT = 'The request was sent.'

/** What is done about a gap: ask, take it over, or give it to another person. `team` is the name of the functional team. */
export function useCoverActs(group: string) {
  const change = useChange()
  const place = (team: string, week: string) => `${team}, ${spanText(week, addDays(week, 4))}`
  return {
    askDuty: ({ team, week }: Duty, name: string) =>
      change({
        endpoint: askDutyCover,
        input: { group, team, week },
        message: `Asked for cover of triage: ${place(name, week)}.`,
        final: SENT,
      }),
    take: ({ team, week }: Duty, name: string) =>
      change({
        endpoint: takeDuty,
        input: { group, team, week },
        message: `You have triage: ${place(name, week)}.`,
      }),
    give: ({ team, week }: Duty, name: string, to: { handle: string; name: string }) =>
      change({
        endpoint: setDuty,
        input: { group, team, week, person: to.handle },
        message: `${to.name} has triage: ${place(name, week)}.`,
      }),
    askIssue: (ref: number) =>
      change({
        endpoint: askIssueCover,
        input: { group, ref },
        message: `Asked for cover of #${ref}.`,
        final: SENT,
      }),
  }
}
