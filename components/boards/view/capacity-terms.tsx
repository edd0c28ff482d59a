'use client'

import { Popover } from '@base-ui/react/popover'

import { unhideGuards } from '#components/ui/popups/unhide-guards.ts'
import type { CapacityFacts } from '#lib/contract/boards.ts'

import { figure } from './capacity.ts'

type Props = { anchor: HTMLElement; capacity: CapacityFacts; milestone: string; onClose: () => void }

/** Handbook › Issue Weights: "A weight of 1 is approximately 2 working days of effort." Each term of the sum, by person. */
export function CapacityTerms({ anchor, capacity, milestone, onClose }: Props) {
  return (
    <Popover.Root
      open
      onOpenChange={(open, { event }) => {
        // a press on the button is left to the button, which closes it
        if (
          open ||
          (event.type !== 'keydown' && event.target instanceof Node && anchor.contains(event.target))
        )
          return
        onClose()
      }}
    >
      <Popover.Portal container={anchor.closest<HTMLElement>('main') ?? document.body}>
        <Popover.Positioner
          anchor={anchor}
          align="start"
          sideOffset={6}
          collisionPadding={8}
          positionMethod="fixed"
          className="z-40 outline-none"
        >
          <Popover.Popup
            ref={unhideGuards}
            finalFocus={() => anchor}
            className="scroll-calm flex max-h-[var(--available-height)] w-[23rem] max-w-[calc(100vw-1rem)] flex-col gap-2.5 overflow-y-auto rounded-lg border border-line-strong bg-surface p-3.5 text-sm text-ink shadow-float outline-none"
          >
            <div className="flex flex-col gap-0.5">
              <Popover.Title className="text-sm font-semibold">Capacity of {milestone}</Popover.Title>
              <Popover.Description className="text-xs text-pretty text-ink-2">
                Days after holidays, time off and triage × share of time × focus, ÷{' '}
                {figure(capacity.daysPerWeight)} days per weight.
              </Popover.Description>
            </div>
            <Terms capacity={capacity} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Terms({ capacity: { terms, weight, availableDays } }: { capacity: CapacityFacts }) {
  return (
    <table className="num w-full text-xs">
      <thead className="text-left text-ink-3">
        <tr>
          <th className="pb-1 font-medium">Person</th>
          <th className="pb-1 pl-3 font-medium">Team</th>
          <th className="pb-1 pl-3 text-right font-medium">Days</th>
          <th className="pb-1 pl-3 text-right font-medium">Weight</th>
        </tr>
      </thead>
      <tbody>
        {terms.map((term) => (
          <tr key={`${term.team} ${term.person}`} className="border-t border-line">
            <th className="py-1 text-left font-normal">
              <bdi>{term.name}</bdi>
            </th>
            <td className="py-1 pl-3 text-ink-2">
              <bdi>{term.team}</bdi>
            </td>
            <td className="py-1 pl-3 text-right">{figure(term.availableDays)}</td>
            <td className="py-1 pl-3 text-right">{figure(term.weight)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-t border-line-strong font-semibold">
          <th className="pt-1.5 text-left font-semibold" colSpan={2}>
            Capacity
          </th>
          <td className="pt-1.5 pl-3 text-right">{figure(availableDays)}</td>
          <td className="pt-1.5 pl-3 text-right">{figure(weight)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
