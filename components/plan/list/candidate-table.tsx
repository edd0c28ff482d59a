'use client'

import { useCallback, useMemo, useRef, useState } from 'react'
import type { CSSProperties } from 'react'

import { useOptimistic } from '#components/changes/optimistic.ts'
import { useTrail } from '#components/issues/list/trail.ts'
import type { PeekAt } from '#components/issues/page/use-peek.ts'
import { nameOf } from '#components/lookups/lookups.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { useFormerPlace, useKeepPlace } from '#components/shell/kept-places.ts'
import { Check } from '#components/ui/check.tsx'
import { cx } from '#components/ui/cx.ts'
import { usePhone } from '#components/ui/hooks/use-phone.ts'
import { useVirtual } from '#components/ui/virtual/use-virtual.ts'
import type { Plan } from '#lib/contract/plan.ts'

import { CandidateRow, COLUMNS } from './candidate-row.tsx'
import type { RowActs } from './candidate-row.tsx'
import { CutBar, CutRow } from './cut-row.tsx'
import { shortTeams } from './short-teams.ts'
import type { CandidateLine, Line } from './lines.ts'
import { useCandidateKeys } from './use-candidate-keys.ts'
import { useRowDrag } from './use-row-drag.ts'

type Props = {
  group: string
  view: Plan
  lines: readonly Line[]
  lookups: Lookups
  me: string
  /** Weight of what is picked, as the line says it. */
  picked: number
  leftOut: ReadonlyMap<number, string>
  acts: RowActs
  /** Picks all above the line, or none; its state, and null for those who do not pick. */
  whole: { state: boolean | 'mixed'; toggle: () => void } | null
  onMoveBelow: ((refs: readonly number[], to: Plan['cut']['places'][number]) => void) | undefined
  onStep: ((ref: number, step: -1 | 1) => void) | undefined
  onDrop: ((ref: number, index: number) => void) | undefined
  onMake: (() => void) | undefined
  onPeek: PeekAt
}

const HEAD = 32
const HEIGHTS = { row: 30, cut: 29, phone: 66 }
/** From so many on only the rows in view exist. */
const WHOLE = 60
const FIRST_RECT = { width: 640, height: 720 }

type Place = { active: number | null; hadFocus: boolean; top: number }

/** The candidates by rank, with the line behind what fits. Three hundred scroll like twenty. */
export function CandidateTable(props: Props) {
  const { group, view, lines, lookups, me, acts, whole, onStep, onDrop, onMake, onPeek } = props
  const isPhone = usePhone()
  const scroller = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const place = useFormerPlace<Place>('candidates')
  const rows = useMemo(
    () => lines.filter((line): line is CandidateLine => line.kind === 'candidate'),
    [lines],
  )
  const refs = useMemo(() => rows.map(({ candidate }) => candidate.card.ref), [rows])
  const margin = isPhone ? 0 : HEAD
  const isWhole = lines.length <= WHOLE
  const drawn = useMemo(() => ({ lines, isPhone }), [lines, isPhone])
  const virtual = useVirtual({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => heightOf(drawn.lines[at], drawn.isPhone),
    getItemKey: useCallback((at: number) => keyOf(drawn.lines[at]), [drawn]),
    overscan: isWhole ? WHOLE : 8,
    scrollMargin: margin,
    scrollPaddingStart: margin,
    initialRect: FIRST_RECT,
    initialOffset: place?.top ?? 0,
  })
  const [active, setActive] = useState<number | null>(place?.active ?? null)
  useKeepPlace<Place>('candidates', () => ({
    active,
    hadFocus: document.activeElement?.hasAttribute('data-ref') === true,
    top: scroller.current?.scrollTop ?? 0,
  }))
  useTrail(() => [{ title: `Candidates of ${view.milestone.title}`, refs }])
  const reveal = (ref: number) => {
    if (isWhole && isPhone) rowAt(scroller.current, ref)?.scrollIntoView({ block: 'nearest' })
    else virtual.scrollToIndex(lines.findIndex((line) => keyOf(line) === ref))
  }
  useCandidateKeys({
    group,
    refs,
    active,
    scroller,
    hadFocus: place?.hadFocus ?? false,
    setActive,
    reveal,
    onPeek,
    acts,
    onStep,
    onMake,
  })
  const shown = virtual.getVirtualItems()
  const indexAt = (y: number) => {
    const at = shown.findIndex(({ start, size }) => y < start - margin + size / 2)
    const upTo = at < 0 ? lines.length : (shown[at]?.index ?? lines.length)
    return lines.slice(0, upTo).filter(({ kind }) => kind === 'candidate').length
  }
  const dragged = useRowDrag({
    scroller,
    body,
    isOn: onDrop !== undefined && !isPhone,
    drawn: shown.map(({ key }) => key).join(),
    indexAt,
    onDrop: (ref, index) => {
      const from = refs.indexOf(ref)
      if (index !== from && index !== from + 1) onDrop?.(ref, index > from ? index - 1 : index)
    },
  })
  const optimistic = useOptimistic(group)
  const teams = useMemo(() => shortTeams(view.teams), [view.teams])
  const cutAt = lines.findIndex(({ kind }) => kind === 'cut')
  const cut = lines[cutAt]
  const tops = useMemo(() => topsOf(lines, isPhone), [lines, isPhone])
  const topOf = (at: number) => tops[at] ?? 0
  const { range } = virtual
  // at the very edge it is half out of view
  const isCutSeen = !cut || isPhone || !range || (cutAt >= range.startIndex && cutAt < range.endIndex)
  const cutProps = cut?.kind === 'cut' && {
    view,
    picked: props.picked,
    moving: cut.moving,
    onMove: props.onMoveBelow,
  }
  const dropTop = dragged?.index == null ? null : topOf(lineAt(lines, dragged.index))
  return (
    <>
      <div
        ref={scroller}
        className={cx(
          'scroll-calm min-h-0 flex-1 print:hidden',
          isPhone && isWhole ? 'overflow-visible' : 'overflow-auto max-sm:max-h-[70dvh]',
        )}
      >
        <table
          aria-label={`Candidates of ${view.milestone.title}`}
          aria-rowcount={lines.length + 1}
          className="block w-full"
        >
          <thead className="sticky top-0 z-10 block max-sm:hidden">
            <tr
              aria-rowindex={1}
              className={cx(
                'grid h-8 items-center gap-x-1.5 border-b border-line bg-sunken px-2.5 text-left text-2xs text-ink-3 *:font-medium',
                COLUMNS,
              )}
            >
              <th scope="col">
                {whole ? (
                  <Check
                    checked={whole.state}
                    label="Pick everything above the cut line"
                    onPress={whole.toggle}
                  />
                ) : (
                  <span className="sr-only">Picked</span>
                )}
              </th>
              <th scope="col">
                <span className="sr-only">Place</span>
              </th>
              <th scope="col">
                <span className="sr-only">Number</span>
              </th>
              <th scope="col">Issue</th>
              <th scope="col">Why here</th>
              <th scope="col" className="@max-[579px]/list:hidden">
                Team
              </th>
              <th scope="col">Weight</th>
              <th scope="col">DRI</th>
            </tr>
          </thead>
          {/* The line is the one row that lies in the flow, below an empty stretch as high as what is above it. */}
          <tbody
            ref={body}
            className="relative block before:block before:h-(--above) before:content-['']"
            style={styleOf(virtual.getTotalSize(), topOf(cutAt))}
          >
            {shown.map(({ index: at, key }) => {
              const line = lines[at]
              if (!line || line.kind === 'cut') return null
              const { candidate } = line
              const { card } = candidate
              const now = { ...card, ...optimistic.get(card.ref) }
              const dri = line.dri ?? now.dri
              return (
                <CandidateRow
                  key={key}
                  group={group}
                  line={line}
                  weight={now.weight}
                  team={card.team === null ? null : (teams.get(card.team) ?? null)}
                  dri={dri === null ? null : faceOf(dri, lookups)}
                  isMine={card.dri === me || card.assignees.includes(me)}
                  isActive={card.ref === active}
                  isPhone={isPhone}
                  isDragged={dragged?.ref === card.ref}
                  leftOut={props.leftOut.get(card.ref) ?? null}
                  top={topOf(at)}
                  height={heightOf(line, isPhone)}
                  index={at + 2}
                  acts={acts}
                />
              )
            })}
            {cutProps && (
              <CutRow
                {...cutProps}
                // its act stands once: here, or in the bar
                onMove={isCutSeen ? cutProps.onMove : undefined}
                index={cutAt + 2}
                height={HEIGHTS.cut}
              />
            )}
            {dropTop !== null && (
              <tr
                aria-hidden="true"
                className="pointer-events-none absolute inset-x-0 z-10 block h-0.5 bg-accent"
                style={{ top: dropTop - 1 }}
              />
            )}
          </tbody>
        </table>
      </div>
      {cutProps && !isCutSeen && <CutBar {...cutProps} />}
    </>
  )
}

/** Safe because a property of one's own is a style like any other, which the types of React do not know. */
const styleOf = (height: number, above: number) => ({ height, '--above': `${above}px` }) as CSSProperties

/** How far below the first line each begins, in pixels, and where the last one ends. */
function topsOf(lines: readonly Line[], isPhone: boolean): number[] {
  const tops = [0]
  for (const line of lines) tops.push((tops.at(-1) ?? 0) + heightOf(line, isPhone))
  return tops
}

const rowAt = (within: HTMLElement | null, ref: number) =>
  within?.querySelector<HTMLElement>(`[data-candidate="${ref}"]`) ?? null

const faceOf = (handle: string, lookups: Lookups) => ({ handle, name: nameOf(handle, lookups) })

function heightOf(line: Line | undefined, isPhone: boolean): number {
  if (line?.kind === 'cut') return HEIGHTS.cut
  return isPhone ? HEIGHTS.phone : HEIGHTS.row
}

const keyOf = (line: Line | undefined): number | string =>
  line?.kind === 'candidate' ? line.candidate.card.ref : 'cut'

/** The line of the list before which so many candidates lie. */
function lineAt(lines: readonly Line[], index: number): number {
  let left = index
  const at = lines.findIndex(({ kind }) => kind === 'candidate' && (left -= 1) < 0)
  return at < 0 ? lines.length : at
}
