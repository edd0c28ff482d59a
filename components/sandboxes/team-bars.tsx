import { figure, overText } from '#lib/domain/capacity/text.ts'
import { Section } from '#components/ui/section.tsx'
import type { SandboxView } from '#lib/contract/sandboxes.ts'

import { differenceText } from './sandbox-text.ts'

type Props = { view: SandboxView }

/** Team by team: the load of the what-if in its capacity, with a mark where the capacity of the live plan ends. */
export function TeamBars({ view }: Props) {
  const teams = view.teams.filter(({ live, whatIf }) => live.weight + whatIf.weight + whatIf.load > 0)
  if (teams.length === 0) return null
  return (
    <Section title="Teams" note="load in capacity, what is picked darker; the mark is the live plan">
      <ul aria-label="What-if by team" className="rounded-lg border border-line bg-surface text-sm">
        {teams.map(({ team, name, live, whatIf }) => {
          const whole = Math.max(live.weight, whatIf.weight, whatIf.load)
          const part = (value: number) => `${whole === 0 ? 0 : (value / whole) * 100}%`
          const over = overText(whatIf.load, whatIf.weight)
          const [capacity, load, picked] = [
            differenceText(live.weight, whatIf.weight),
            differenceText(live.load, whatIf.load),
            differenceText(live.picked, whatIf.picked),
          ]
          return (
            <li
              key={team}
              className="flex flex-col gap-1.5 border-b border-line px-3.5 py-2 last:border-b-0 print:break-inside-avoid"
            >
              <span className="num flex flex-wrap gap-x-3 gap-y-0.5">
                <bdi className="flex-1 font-medium">{name}</bdi>
                <span>
                  load {figure(whatIf.load)}
                  {load && <span className="text-ink-2"> ({load})</span>} of {figure(whatIf.weight)}
                  {capacity && <span className="text-ink-2"> ({capacity})</span>}
                  {over && <b className="font-medium text-warn">, {over}</b>}
                </span>
                <span>
                  {figure(whatIf.picked)} picked
                  {picked && <span className="text-ink-2"> ({picked})</span>}
                </span>
              </span>
              <span aria-hidden="true" className="relative h-2.5 print:border print:border-black">
                <i
                  className="absolute inset-y-0 left-0 rounded-full bg-line [print-color-adjust:exact]"
                  style={{ width: part(whatIf.weight) }}
                />
                {over && (
                  <i
                    className="hatch absolute inset-y-0.5 rounded-r-full bg-warn"
                    style={{ left: part(whatIf.weight), width: part(whatIf.load - whatIf.weight) }}
                  />
                )}
                <i
                  className="absolute inset-y-0.5 left-0 rounded-full bg-accent/40 [print-color-adjust:exact]"
                  style={{ width: part(Math.min(whatIf.load, whatIf.weight)) }}
                />
                <i
                  className="absolute inset-y-0.5 left-0 rounded-full bg-accent [print-color-adjust:exact]"
                  style={{ width: part(Math.min(whatIf.picked, whatIf.weight)) }}
                />
                <i
                  className="absolute -inset-y-0.5 w-0.5 -translate-x-1/2 bg-ink [print-color-adjust:exact]"
                  style={{ left: part(live.weight) }}
                />
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
