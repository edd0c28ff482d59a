import { figure, overText } from '#lib/domain/capacity/text.ts'
import { Section } from '#components/ui/section.tsx'
import type { SandboxView } from '#lib/contract/sandboxes.ts'

import { differenceText } from './sandbox-text.ts'

type Props = { view: SandboxView }

const CELL = 'px-2 py-1.5 text-right align-top whitespace-nowrap max-sm:px-1'

/** Person by person, the live figure first; what stays the same is said once. */
export function PeopleTable({ view }: Props) {
  const { rows, teams, total } = view
  return (
    <Section title="People" note="live plan → what-if">
      <div className="rounded-lg border border-line bg-surface px-1.5 py-1">
        <table aria-label="What-if by person" className="num w-full">
          <thead className="text-xs text-ink-2">
            <tr>
              <th scope="col" className="px-2 py-1.5 text-left font-medium max-sm:px-1">
                Person
              </th>
              <th scope="col" className={`${CELL} font-medium`}>
                Days
              </th>
              <th scope="col" className={`${CELL} font-medium`}>
                Capacity
              </th>
              <th scope="col" className={`${CELL} font-medium`}>
                Load
              </th>
              <th scope="col" className={`${CELL} font-medium`}>
                Picked
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ person, name, team, live, whatIf }) => (
              <tr key={`${person} ${team}`} className="border-t border-line">
                <th scope="row" className="px-2 py-1.5 text-left font-normal max-sm:px-1">
                  <bdi className="font-medium">{name}</bdi>{' '}
                  <span dir="auto" className="text-xs text-ink-3">
                    {teams.find((one) => one.team === team)?.name ?? team}
                  </span>
                </th>
                <Both live={live.availableDays} whatIf={whatIf.availableDays} />
                <Both live={live.weight} whatIf={whatIf.weight} />
                <Both live={live.load} whatIf={whatIf.load} capacity={whatIf.weight} />
                <Both live={live.picked} whatIf={whatIf.picked} capacity={whatIf.weight} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="border-t border-line-strong font-semibold">
              <th scope="row" className="px-2 py-1.5 text-left font-semibold max-sm:px-1">
                Total
              </th>
              <Both live={total.live.availableDays} whatIf={total.whatIf.availableDays} />
              <Both live={total.live.weight} whatIf={total.whatIf.weight} />
              <Both live={total.live.load} whatIf={total.whatIf.load} capacity={total.whatIf.weight} />
              <Both live={total.live.picked} whatIf={total.whatIf.picked} capacity={total.whatIf.weight} />
            </tr>
          </tfoot>
        </table>
      </div>
    </Section>
  )
}

type BothProps = { live: number; whatIf: number; capacity?: number }

/** `capacity` is what a load is held against. */
function Both({ live, whatIf, capacity = Infinity }: BothProps) {
  const difference = differenceText(live, whatIf)
  const over = overText(whatIf, capacity)
  return (
    <td className={CELL}>
      {difference !== '' && (
        <>
          <span className="text-ink-3 max-sm:sr-only">{figure(live)}</span>
          <span aria-hidden="true" className="text-ink-3 max-sm:hidden">
            {' → '}
          </span>
          <span className="sr-only"> becomes </span>
        </>
      )}
      <span className={difference === '' ? 'text-ink-2' : 'font-semibold'}>{figure(whatIf)}</span>
      {difference !== '' && <span className="block text-2xs text-ink-2">{difference}</span>}
      {over !== '' && <span className="block text-2xs text-warn">{over}</span>}
    </td>
  )
}
