'use client'

import { Popover } from '@base-ui/react/popover'
import { useState } from 'react'

import { unhideGuards } from '#components/ui/popups/unhide-guards.ts'
import type { CapacityView } from '#lib/contract/capacity.ts'
import type { Term } from '#lib/domain/capacity/terms.ts'

import { OverrideForm } from './override-form.tsx'
import { type Place, sumAt } from './sums.ts'
import { TermLine } from './term-line.tsx'

type Props = {
  group: string
  view: CapacityView
  place: Place
  anchor: HTMLElement
  mayOverride: boolean
  onClose: () => void
}

/** The sum behind a figure; the engineering manager puts another value in the place of a term here. */
export function SumPopup({ group, view, place, anchor, mayOverride, onClose }: Props) {
  const [edited, setEdited] = useState<Term | null>(null)
  const { title, lines, result, row } = sumAt(view, place)
  return (
    <Popover.Root
      open
      onOpenChange={(open, { event }) => {
        // a press on the figure is left to the figure, which closes it
        const isOnFigure = event.target instanceof Node && anchor.contains(event.target)
        if (open || (event.type !== 'keydown' && isOnFigure)) return
        // Esc puts away the form first, then the sum
        if (event.type === 'keydown' && edited !== null) setEdited(null)
        else onClose()
      }}
    >
      <Popover.Portal container={anchor.closest<HTMLElement>('main') ?? document.body}>
        <Popover.Positioner
          anchor={anchor}
          sideOffset={6}
          collisionPadding={8}
          positionMethod="fixed"
          className="z-40 outline-none"
        >
          <Popover.Popup
            ref={unhideGuards}
            finalFocus={() => anchor}
            className="scroll-calm flex max-h-[var(--available-height)] w-[20rem] max-w-[calc(100vw-1rem)] flex-col gap-2 overflow-y-auto rounded-lg border border-line-strong bg-surface p-3.5 text-sm text-ink shadow-float outline-none"
          >
            <Popover.Title dir="auto" className="border-b border-line pb-2 text-sm font-semibold">
              {title}
            </Popover.Title>
            <ul aria-label="Sum" className="num flex flex-col gap-0.5 text-xs">
              {lines.map((line) => (
                <TermLine
                  key={line.name}
                  group={group}
                  view={view}
                  line={line}
                  edit={mayOverride && row && line.term ? setEdited : null}
                >
                  {row && line.term && line.term === edited && (
                    <OverrideForm
                      group={group}
                      view={view}
                      row={row}
                      term={line.term}
                      week={place.week}
                      onClose={() => setEdited(null)}
                    />
                  )}
                </TermLine>
              ))}
              <li className="flex justify-between gap-3 border-t border-line pt-2 font-semibold">
                <bdi>{result.name}</bdi>
                <span>{result.value}</span>
              </li>
            </ul>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
