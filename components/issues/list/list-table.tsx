'use client'

import { useCallback, useMemo, useRef, useState } from 'react'

import { useCardNames } from '#components/lookups/card-names.ts'
import { useFormerPlace, useKeepPlace } from '#components/shell/kept-places.ts'
import { useActor, useGroup } from '#components/shell/use-group.ts'
import { Check } from '#components/ui/check.tsx'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { usePhone } from '#components/ui/hooks/use-phone.ts'
import { useVirtual } from '#components/ui/virtual/use-virtual.ts'
import type { IssueIndex } from '#lib/contract/issue-lists.ts'
import { may } from '#lib/domain/permissions.ts'

import { useOptimistic } from '#components/changes/optimistic.ts'
import { gridOf } from './list-grid.ts'
import { ListHead } from './list-head.tsx'
import { linesOf } from './list-lines.ts'
import type { Line } from './list-lines.ts'
import { ListLine } from './list-row.tsx'
import type { ListState } from './list-state.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { useTrail } from './trail.ts'
import { useListKeys } from './use-list-keys.ts'
import { useListRows } from './use-list-rows.ts'
import type { ChangeList } from './use-list-state.ts'
import type { PeekAt } from '#components/issues/page/use-peek.ts'
import type { Selection } from '#components/issues/bulk/use-selection.ts'

type Props = {
  group: string
  index: IssueIndex
  state: ListState
  change: ChangeList
  lookups: Lookups
  selection: Selection
  /** Opens an issue beside the list. */
  onPeek: PeekAt
  /** Part of a page that is about something else. */
  isWithin?: boolean
  /** What the page calls it. */
  title?: string
}

/** How a list was left. */
type Place = { active: number | null; hadFocus: boolean; top: number }

const HEAD = 32
/** On a phone the head says how many are selected. */
const PHONE_HEAD = 36
const AHEAD = 30
const HEIGHTS = { issue: 36, head: 34, phone: 98 }
/** What the server assumes of the window, so that the first paint is full already. */
const FIRST_RECT = { width: 1100, height: 760 }

/** Only the lines in view exist, and only their facts are asked for: ten thousand scroll like fifty. */
export function ListTable(props: Props) {
  const {
    group,
    index,
    state,
    change,
    lookups,
    selection,
    isWithin = false,
    onPeek,
    title = 'Issues',
  } = props
  const phone = usePhone()
  const scroller = useRef<HTMLDivElement>(null)
  const { by, folded } = state
  const {
    lines,
    refs,
    shown: unfolded,
  } = useMemo(() => linesOf(index, { by, folded }, lookups), [index, by, folded, lookups])
  const places = useMemo(() => placesOf(lines), [lines])
  const mayEdit = may(useActor(group), 'issue.edit')
  const margin = phone ? (mayEdit ? PHONE_HEAD : 0) : HEAD
  const place = useFormerPlace<Place>('list')
  const drawn = useMemo(() => ({ lines, phone }), [lines, phone])
  const view = useVirtual({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => heightOf(drawn.lines[at], drawn.phone),
    // One and the same while the lines and their heights are: with another all ten thousand are measured anew.
    getItemKey: useCallback((at: number) => keyOf(drawn.lines[at], at), [drawn]),
    overscan: 6,
    scrollMargin: margin,
    scrollPaddingStart: margin,
    initialRect: FIRST_RECT,
    initialOffset: place?.top ?? 0,
  })
  const shown = view.getVirtualItems()
  const inSight = near(lines, shown[0]?.index, shown.at(-1)?.index)
  const { rows, leaping } = useListRows(group, index, refs, inSight, view.isScrolling, state.at)
  const [active, setActive] = useState<number | null>(place?.active ?? null)
  useKeepPlace<Place>('list', () => ({
    active,
    hadFocus: document.activeElement?.hasAttribute('data-ref') === true,
    top: scroller.current?.scrollTop ?? 0,
  }))
  useTrail(() => [{ title, refs: unfolded }])
  useListKeys({
    group,
    mayEdit,
    refs: unfolded,
    active,
    selection,
    scroller,
    isWithin,
    onPeek,
    setActive,
    hadFocus: place?.hadFocus ?? false,
    reveal: (at) => view.scrollToIndex(places[at] ?? 0),
  })
  const optimistic = useOptimistic(group)
  const cellNames = useCellNames(group, lookups)
  const { template, least } = useMemo(() => gridOf(state.columns, mayEdit), [state.columns, mayEdit])
  const count = selection.refs.size
  const check = mayEdit ? (
    <Check
      checked={count === 0 ? false : count === refs.length ? true : 'mixed'}
      label={`Select all ${refs.length} issues`}
      onPress={() => (count === refs.length ? selection.clear() : selection.all())}
    />
  ) : null
  return (
    <div ref={scroller} className="scroll-calm min-h-0 flex-1 overflow-auto border-t border-line bg-surface">
      {phone && check && (
        <div className="flex h-9 items-center gap-1 border-b border-line bg-sunken pl-1 text-xs text-ink-2">
          <span className="grid w-6 place-items-center">{check}</span>
          {count === 0 ? 'Select all' : `${count} selected`}
        </div>
      )}
      <table
        aria-label="Issues"
        aria-rowcount={lines.length + 1}
        className="block w-full"
        style={phone ? undefined : { minWidth: least }}
      >
        {!phone && (
          <thead className="sticky top-0 z-10 block">
            <ListHead state={state} change={change} template={template} check={check} />
          </thead>
        )}
        {/* On the way of a leap nothing is drawn but one background: lines that come and go cost more than a frame has. */}
        <tbody
          aria-busy={leaping}
          className={cx('relative block', leaping && (phone ? 'bones-98' : 'bones-36'))}
          style={{ height: view.getTotalSize() }}
        >
          {(leaping ? [] : shown).map(({ index: at, key, start }) => {
            const line = lines[at]
            const place = { top: start - margin, height: heightOf(line, phone), index: at + 2 }
            if (!line) return null
            if (line.kind === 'head') {
              const fold = () =>
                change({
                  folded: line.folded ? folded.filter((one) => one !== line.key) : [...folded, line.key],
                })
              return <GroupHead key={key} line={line} onFold={fold} {...place} />
            }
            const [row, applyOptimistic] = [rows.get(line.ref) ?? null, optimistic.get(line.ref)]
            return (
              <ListLine
                key={key}
                {...place}
                group={group}
                refNumber={line.ref}
                row={row && applyOptimistic && state.at === null ? { ...row, ...applyOptimistic } : row}
                columns={state.columns}
                template={template}
                names={cellNames}
                active={line.ref === active}
                selected={selection.refs.has(line.ref)}
                phone={phone}
                onToggle={mayEdit ? selection.toggle : null}
              />
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

type HeadProps = {
  line: Extract<Line, { kind: 'head' }>
  onFold: () => void
  top: number
  height: number
  index: number
}

function GroupHead({ line, onFold, top, height, index }: HeadProps) {
  return (
    <tr
      aria-rowindex={index}
      style={{ transform: `translateY(${top}px)`, height }}
      className="absolute inset-x-0 top-0 flex items-end border-b border-line bg-bg px-1.5 pb-1"
    >
      <td colSpan={99} className="sticky left-1.5 flex">
        <button
          type="button"
          aria-expanded={!line.folded}
          onClick={onFold}
          className="tap flex min-h-6 items-center gap-2 rounded-sm px-1 text-left hover:bg-hover"
        >
          <Icon name="chevron" className={cx('size-3.5 text-ink-3', line.folded && '-rotate-90')} />
          <b dir="auto" className="font-semibold">
            {line.title}
          </b>
          <span className="num text-xs text-ink-3">
            {line.count} · weight {line.weight}
          </span>
        </button>
      </td>
    </tr>
  )
}

function useCellNames(group: string, lookups: Lookups) {
  const { zone } = useGroup(group)
  const teams = useMemo(() => lookups.teams.map((team) => ({ ...team, members: [] })), [lookups.teams])
  const { labels, people, epics, milestones } = lookups
  const named = useMemo(
    () => ({ labels, people: [...people], epics, teams, milestones }),
    [labels, people, epics, teams, milestones],
  )
  const names = useCardNames(named)
  return useMemo(() => {
    const short = (title: string) => title.replace(/ Milestones$/, '')
    return {
      ...names,
      milestones: new Map(milestones.map(({ slug, title }) => [slug, short(title)])),
      zone,
    }
  }, [names, milestones, zone])
}

function heightOf(line: Line | undefined, phone: boolean): number {
  if (line?.kind === 'head') return HEIGHTS.head
  return phone ? HEIGHTS.phone : HEIGHTS.issue
}

const keyOf = (line: Line | undefined, at: number) =>
  line?.kind === 'issue' ? line.ref : `head ${line?.key ?? at}`

/** The line of each issue, by its place among the issues. */
const placesOf = (lines: readonly Line[]): number[] =>
  lines.flatMap((line, at) => (line.kind === 'issue' ? [at] : []))

/** The places of the issues that are in view or nearly; those that a folded group hides are never asked for. */
const near = (lines: readonly Line[], first = 0, last = 0): number[] =>
  lines
    .slice(Math.max(0, first - AHEAD), last + AHEAD)
    .flatMap((line) => (line.kind === 'issue' ? [line.at] : []))
