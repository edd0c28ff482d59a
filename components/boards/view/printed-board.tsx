'use client'

import { usePrinting } from '#components/shell/use-printing.ts'
import type { BoardView } from '#lib/contract/boards.ts'

import type { Lane } from './arrange.ts'
import { figure } from './capacity.ts'
import { faceOf, workTypeOf } from '#components/lookups/card-names.ts'
import type { Lookups } from '#components/lookups/card-names.ts'
import { boardTitle } from '#components/boards/edit/titles.ts'

type Props = { view: BoardView; lanes: readonly Lane[]; names: Lookups }

/** On paper a board is a list in black and white: every card of every lane, made when it is printed. */
export function PrintedBoard({ view, lanes, names }: Props) {
  const printing = usePrinting()
  if (!printing) return null
  return (
    <div className="hidden p-1 print:block">
      <h1 className="pb-3 text-lg">
        {boardTitle(view.board)}
        {view.milestone && `, ${view.milestone.title}`}{' '}
        <small className="font-normal">as of {view.today}</small>
      </h1>
      {lanes.map((lane) => (
        <section key={lane.id} className="pb-4">
          <h2 className="border-b border-[black] pb-1 text-base">
            <bdi>{lane.title}</bdi> · {lane.shown.count} · weight {figure(lane.shown.weight)}
          </h2>
          <table className="w-full text-xs">
            <tbody>
              {lane.cards.map((card) => (
                <tr key={card.ref} className="break-inside-avoid border-b border-[lightgray] align-top">
                  <td className="w-12 py-1">#{card.ref}</td>
                  <td dir="auto" className="py-1 pr-3">
                    {card.title}
                  </td>
                  <td className="w-24 py-1">{workTypeOf(card, names)}</td>
                  <td className="w-8 py-1">{card.weight ?? '–'}</td>
                  <td className="w-36 py-1">
                    <bdi>{card.dri === null ? 'nobody' : faceOf(card.dri, names).name}</bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </div>
  )
}
