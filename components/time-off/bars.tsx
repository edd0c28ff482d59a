'use client'

import { cx } from '#components/ui/cx.ts'
import type { TimeOffEntry } from '#lib/contract/time-off.ts'
import type { TimeOffKind } from '#lib/domain/time-off.ts'
import { spanText } from '#lib/kit/day-text.ts'

import { kindText } from './kind-text.ts'
import { HALF_AWAY, HALF_OWN } from './legend.tsx'
import type { Segment } from './segments.ts'

type Props = {
  entry: TimeOffEntry
  segment: Segment
  onMenu: (anchor: HTMLElement, entry: TimeOffEntry) => void
}

/** As wide as its days, from the cell of the first one on. */
function placeOf({ count, cutLeft, cutRight, isHalf }: Segment) {
  if (isHalf) return { left: 1, width: 'calc(100% - 2px)' }
  const halves = count * 100 - (cutLeft ? 50 : 0) - (cutRight ? 50 : 0)
  return { left: cutLeft ? 'calc(50% + 1px)' : 1, width: `calc(${halves}% - 2px)` }
}

const BAR =
  'absolute inset-y-[5px] z-[1] flex items-center gap-1 overflow-hidden rounded-xs px-1 text-2xs font-medium whitespace-nowrap [tr:has(>td:active):not(:has(button:active))_&]:pointer-events-none print:border print:border-black print:bg-white print:text-black'

/** What is entered: pressed, it offers to edit or remove it. The words of its days are told by the cells. */
export function EntryBar({ entry, segment, onMenu }: Props) {
  const { person, name, from, to, kind, mine, editable, shortNotice } = entry
  const words = kindText(kind)
  const half = mine ? HALF_OWN : HALF_AWAY
  const look = cx(BAR, segment.isHalf ? half : mine ? 'bg-accent text-on-accent' : 'bg-line-strong text-ink')
  const content = (
    <>
      {shortNotice && segment.count > 1 && segment.from === from && (
        <span aria-hidden="true" className="text-[8px]">
          ▲
        </span>
      )}
      {segment.count > 1 && <span className="truncate">{words}</span>}
    </>
  )
  const says = `${name}: ${words} ${spanText(from, to)}${shortNotice ? ', short notice' : ''}`
  if (!editable) {
    return (
      <span aria-hidden="true" data-tip={says} data-person={person} style={placeOf(segment)} className={look}>
        {content}
      </span>
    )
  }
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={`${says}. Edit or remove`}
      aria-haspopup="menu"
      data-tip={says}
      style={placeOf(segment)}
      className={cx(look, 'hover:brightness-105')}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => onMenu(event.currentTarget, entry)}
    >
      {content}
    </button>
  )
}

/** What is being entered, until it is saved. */
export function DraftBar({ segment, kind }: { segment: Segment; kind: TimeOffKind | null }) {
  return (
    <span
      aria-hidden="true"
      style={placeOf(segment)}
      className={cx(
        BAR,
        'pointer-events-none z-[2] border border-dashed border-accent bg-accent-soft text-accent',
      )}
    >
      {segment.count > 2 && <span className="truncate">{kindText(kind)}</span>}
    </span>
  )
}
