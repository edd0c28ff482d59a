import { Avatar } from '#components/ui/avatar.tsx'
import { dayIn, dayMonthYear } from '#components/ui/days/days.ts'
import type { Issue } from '#lib/contract/issues.ts'

import { IssueText } from '#components/texts/issue-text.tsx'
import { nameOf } from '#components/lookups/lookups.ts'
import type { Lookups } from '#components/lookups/lookups.ts'

type Props = { group: string; issue: Issue; lookups: Pick<Lookups, 'people'>; zone: string }

/** Something that happened to who drives it: who, what, when, and the words that were left. */
type Line = { who: string; what: string; when: string; at: string; detail: string; reason: string | null }

/** DRI history and when, with the words that were left at each hand-over, and who was asked and did not take over. */
export function DriHistory({ group, issue, lookups, zone }: Props) {
  if (issue.driHistory.length === 0) return null
  const lines = [...drove(issue, lookups, zone), ...asked(issue, zone)]
  return (
    <section className="border-t border-line pt-3">
      <h2 className="pb-2 text-xs font-medium text-ink-3">DRI history</h2>
      <ol className="flex flex-col gap-2.5">
        {lines
          .toSorted((a, b) => b.at.localeCompare(a.at))
          .map(({ who, what, when, at, detail, reason }) => (
            <li key={`${who} ${what} ${at}`} className="flex gap-2">
              <Avatar face={{ handle: who, name: nameOf(who, lookups) }} size="sm" silent />
              <div className="min-w-0">
                <p className="text-pretty">
                  <bdi>{nameOf(who, lookups)}</bdi> <span className="text-ink-2">{what}</span>
                </p>
                <p className="num text-xs text-ink-3">{when}</p>
                {reason !== null && <p className="text-pretty text-ink-2 wrap-anywhere">{reason}</p>}
                {detail && (
                  <div className="mt-1 border-l-2 border-line pl-2 text-ink-2 wrap-anywhere">
                    <IssueText group={group} text={detail} />
                  </div>
                )}
              </div>
            </li>
          ))}
      </ol>
    </section>
  )
}

function drove({ driHistory }: Issue, lookups: Pick<Lookups, 'people'>, zone: string): Line[] {
  const day = (instant: string) => dayMonthYear(dayIn(zone, instant))
  const by = (handle: string | null) => (handle === null ? '' : ` by ${nameOf(handle, lookups)}`)
  return driHistory.map((one) => ({
    who: one.person,
    what: { took: 'became DRI', assigned: 'was named', handed_over: `was handed it${by(one.by)}` }[one.why],
    when: `${day(one.from)} – ${one.to === null ? 'now' : day(one.to)}`,
    at: one.from,
    detail: one.context,
    reason: null,
  }))
}

const NOT_TAKEN = {
  declined: 'declined the hand-over',
  withdrawn: 'was asked to take over; withdrawn',
  overtaken: 'was asked to take over; another person became the DRI',
}

/** What was accepted is told by the person who drives it since. */
function asked({ handOvers }: Issue, zone: string): Line[] {
  return handOvers.flatMap(({ to, outcome, answeredAt, reason }) => {
    if (outcome === null || outcome === 'accepted' || answeredAt === null) return []
    const when = dayMonthYear(dayIn(zone, answeredAt))
    return [{ who: to, what: NOT_TAKEN[outcome], when, at: answeredAt, detail: '', reason }]
  })
}
