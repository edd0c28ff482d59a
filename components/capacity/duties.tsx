'use client'

import { useChange } from '#components/changes/use-change.ts'
import { dayMonth } from '#components/ui/days/days.ts'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import { Section } from '#components/ui/section.tsx'
import { setDuty } from '#lib/contract/capacity.ts'
import type { CapacityView } from '#lib/contract/capacity.ts'
import { addDays, type PlainDate, weekday } from '#lib/kit/plain-date.ts'

type Props = { group: string; view: CapacityView; maySet: boolean }

/** Handbook › Requests for Help: each functional team has someone on triage, by the week. */
export function Duties({ group, view, maySet }: Props) {
  const teams = view.teams.filter(({ team }) => view.rows.some((row) => row.team === team))
  return (
    <Section title="Triage duty" note={`takes ${view.triageShare} % of each working day of the week`}>
      <div className="overflow-x-auto rounded-lg border border-line bg-surface px-3.5 py-2">
        <table aria-label="Triage duty" className="w-full text-sm">
          <thead className="text-left text-xs text-ink-3">
            <tr>
              <th scope="col" className="py-1 pr-3 font-medium">
                Week of
              </th>
              {teams.map(({ team, name }) => (
                <th key={team} scope="col" className="py-1 pr-3 font-medium">
                  <bdi>{name}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {mondaysOf(view).map((week) => (
              <tr key={week} className="border-t border-line">
                <th scope="row" className="num py-1 pr-3 text-left font-normal whitespace-nowrap text-ink-2">
                  {dayMonth(week)}
                </th>
                {teams.map(({ team }) => (
                  <td key={team} className="py-0.5 pr-3">
                    <Duty group={group} view={view} team={team} week={week} maySet={maySet} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

/** The Mondays of weeks that have a working day in the milestone. */
function mondaysOf({ milestone: { startOn, dueOn } }: CapacityView): PlainDate[] {
  if (startOn === null || dueOn === null) return []
  const mondays: PlainDate[] = []
  const first = addDays(startOn, 1 - weekday(startOn))
  const from = addDays(first, 4) < startOn ? addDays(first, 7) : first
  for (let monday = from; monday <= dueOn; monday = addDays(monday, 7)) mondays.push(monday)
  return mondays
}

type DutyProps = Props & { team: string; week: PlainDate }

function Duty({ group, view, team, week, maySet }: DutyProps) {
  const change = useChange()
  const held = view.duties.find((one) => one.team === team && one.weekOn === week)
  if (!maySet) return <span className={held ? '' : 'text-ink-3'}>{held?.name ?? 'Open'}</span>
  const set = (person: string | null, name: string) =>
    change({
      endpoint: setDuty,
      input: { group, team, week, person },
      message:
        person === null
          ? `Took the triage of the week of ${dayMonth(week)} away.`
          : `Gave the triage of the week of ${dayMonth(week)} to ${name}.`,
    })
  const entries = (): MenuEntry[] => {
    const here = view.rows.filter((row) => row.team === team)
    return [
      ...here.map(({ person, name }): MenuEntry => ({
        kind: 'act',
        label: name,
        checked: held?.person === person,
        act: () => void set(person, name),
      })),
      ...(held ? [{ kind: 'act' as const, label: 'Open', act: () => void set(null, '') }] : []),
    ]
  }
  const teamName = view.teams.find((one) => one.team === team)?.name ?? team
  return (
    <MenuButton
      kind="bare"
      size="sm"
      menuLabel={`Triage of ${teamName}, week of ${dayMonth(week)}`}
      aria-label={`${held?.name ?? 'Open'}: triage of ${teamName}, week of ${dayMonth(week)}`}
      entries={entries}
      className="-mx-2"
    >
      <span className={held ? '' : 'text-ink-3'}>{held?.name ?? 'Open'}</span>
    </MenuButton>
  )
}
