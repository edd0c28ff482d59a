'use client'

import { figure } from '#lib/domain/capacity/text.ts'
import { nameOf } from '#components/lookups/lookups.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { usePrinting } from '#components/shell/use-printing.ts'
import type { Plan } from '#lib/contract/plan.ts'

import type { Line } from './lines.ts'

type Props = { view: Plan; lines: readonly Line[]; lookups: Lookups; picked: number }

/** On paper all candidates are there, with the cut line, in black and white; made when they are printed. */
export function PrintedCandidates({ view, lines, lookups, picked }: Props) {
  const printing = usePrinting()
  if (!printing) return null
  return (
    <table className="hidden w-full text-xs print:table">
      <caption className="pb-1 text-left text-base font-semibold">
        Candidates {view.candidates.length}
        {view.notShown > 0 && `, ${view.notShown} not shown`}
      </caption>
      <thead>
        <tr className="border-b border-[black] text-left *:pr-3 *:font-medium">
          <th scope="col">Picked</th>
          <th scope="col">Place</th>
          <th scope="col">Issue</th>
          <th scope="col">Why here</th>
          <th scope="col">Team</th>
          <th scope="col">Weight</th>
          <th scope="col">DRI</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) =>
          line.kind === 'cut' ? (
            <tr key="cut" className="border-y border-dashed border-[black]">
              <td colSpan={7} className="num py-1 font-semibold">
                Cut line · {figure(picked)} of {figure(view.total.capacity)} picked
              </td>
            </tr>
          ) : (
            <PrintedLine key={line.candidate.card.ref} view={view} line={line} lookups={lookups} />
          ),
        )}
      </tbody>
    </table>
  )
}

type LineProps = Pick<Props, 'view' | 'lookups'> & { line: Extract<Line, { kind: 'candidate' }> }

function PrintedLine({ view, line: { candidate, isPicked, dri, over }, lookups }: LineProps) {
  const { card, rank, why, deliverable } = candidate
  const driver = dri ?? card.dri
  return (
    <tr className="break-inside-avoid border-b border-[lightgray] align-top *:py-1 *:pr-3">
      <td>{deliverable ? 'Deliverable' : isPicked ? 'picked' : ''}</td>
      <td className="num">{rank}</td>
      <td dir="auto">
        <span className="num">#{card.ref}</span> {card.title}
      </td>
      <td>{over ?? why}</td>
      <td>
        <bdi>{view.teams.find(({ team }) => team === card.team)?.name}</bdi>
      </td>
      <td className="num">{card.weight ?? '–'}</td>
      <td>
        <bdi>{driver === null ? '' : nameOf(driver, lookups)}</bdi>
      </td>
    </tr>
  )
}
