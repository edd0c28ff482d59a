'use client'

import Link from 'next/link'
import type { RefObject } from 'react'

import { NewIssue } from '#components/issues/form/new-issue.tsx'
import { PastButton } from '#components/past/past-button.tsx'
import { Chip } from '#components/ui/chip.tsx'
import { daySpan } from '#components/ui/days/days.ts'
import { GroupButton } from '#components/ui/group-button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { lazily } from '#components/ui/popups/lazily.tsx'
import { MenuButton } from '#components/ui/popups/menu.tsx'
import type { MenuEntry } from '#components/ui/popups/menu-entry.ts'
import { ViewsButton } from '#components/views/views-button.tsx'
import type { BoardView } from '#lib/contract/boards.ts'
import type { Card } from '#lib/contract/issues.ts'
import type { Chips } from '#lib/domain/filters.ts'
import { dayNumber } from '#lib/domain/milestones.ts'
import { milestoneLink } from '#lib/kit/links.ts'

import { useBoardParts } from './board-context.ts'
import { whyNotHere } from '#components/boards/drag/why-not-here.ts'
import { BoardMenu } from '#components/boards/edit/board-menu.tsx'
import { CapacityBar } from './capacity-bar.tsx'
import type { Commitment } from './capacity.ts'
import { FilterBar } from '#components/filters/filter-bar.tsx'
import { GROUPINGS, GROUPING_TITLES } from './grouping.ts'
import { MilestonePicker } from '#components/boards/filter/milestone-picker.tsx'
import { boardTitle, hasPicker } from '#components/boards/edit/titles.ts'
import type { BoardState } from '#components/boards/filter/url-state.ts'
import type { BoardFilterShown } from '#components/boards/filter/use-board-filter.ts'

const ExcessButton = lazily(
  async () => (await import('#components/boards/select/excess-button.tsx')).ExcessButton,
)

type Props = {
  view: BoardView
  commitment: Commitment
  /** The cards that the capacity does not reach. */
  below: ReadonlySet<number>
  state: BoardState
  change: (part: Partial<BoardState>) => void
  filter: BoardFilterShown
  onChips: (chips: Chips) => void
  /** Opens the field for a filter in words; null while it is there. */
  onWrite: (() => void) | null
  counts: { shown: number; all: number }
  search: RefObject<HTMLInputElement | null>
  /** True while another milestone is on its way. */
  waiting: boolean
}

export function BoardHeader({ view, commitment, below, state, change, filter, ...rest }: Props) {
  const { onChips, onWrite, counts, search, waiting } = rest
  const { group } = useBoardParts()
  const passes = (card: Card) => filter.keeps?.(card) ?? true
  const timebox = view.milestone?.startOn && view.milestone.dueOn ? view.milestone : null
  return (
    <header
      className="@container flex flex-none flex-col gap-3 px-5 pt-4 pb-3 max-sm:px-3"
      aria-busy={waiting}
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-2">
        <h1 className="flex items-center text-lg max-sm:mr-auto">
          {boardTitle(view.board)}
          {hasPicker(view) && ','}
          {hasPicker(view) && <MilestonePicker view={view} onPick={(milestone) => change({ milestone })} />}
        </h1>
        {timebox && <MilestoneDays group={group} milestone={timebox} today={view.today} />}
        <span className="flex-1 max-sm:hidden" />
        <span className="flex items-center gap-2 max-sm:order-2 max-sm:ml-auto max-sm:gap-0.5">
          <PastButton />
          <ViewsButton group={group} place={`boards/${view.board.slug}`} />
          <GroupButton by={GROUPING_TITLES[state.grouping]} entries={() => groupEntries(state, change)} />
          <MenuButton
            kind="quiet"
            size="icon"
            aria-label="Density"
            tip="Density"
            menuLabel="Density"
            entries={() => densityEntries(state, change)}
          >
            <Icon name="rows" />
          </MenuButton>
          <BoardMenu view={view} />
        </span>
        <NewIssue
          group={group}
          {...beginningsOf(view)}
          whyNotHere={(card) => whyNotHere(card, view, passes(card))}
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 max-sm:*:first:w-full">
        <CapacityBar view={view} commitment={commitment} />
        {below.size > 0 && <ExcessButton view={view} below={below} />}
      </div>
      <FilterBar
        view={view}
        chips={filter.chips}
        onChange={onChips}
        counts={counts}
        search={search}
        more={
          onWrite && (
            <button
              type="button"
              className="tap min-h-6 rounded-xs px-1 text-xs text-ink-2 underline-offset-2 hover:underline max-sm:hidden"
              onClick={onWrite}
            >
              Advanced filter
            </button>
          )
        }
      />
    </header>
  )
}

/** What an issue gets that is made on a board; that it is a Deliverable is decided later, and by the EM. */
function beginningsOf({ labels, filterLabelIds, milestone }: BoardView) {
  const moved = labels.filter(({ id, meaning }) => filterLabelIds.includes(id) && meaning !== 'deliverable')
  return {
    labels: moved.map(({ title }) => title),
    milestone: milestone?.closed ? null : milestone,
  }
}

type DaysProps = { group: string; milestone: NonNullable<BoardView['milestone']>; today: string }

/** “14 Nov – 11 Dec · day 9 of 28”; leads to the page of the milestone. */
function MilestoneDays({ group, milestone, today }: DaysProps) {
  const { slug, title, startOn, dueOn } = milestone
  if (startOn === null || dueOn === null) return null
  const days = dayNumber({ ...milestone, kind: 'timebox', shelf: null, closedAt: null }, today)
  return (
    <Link
      href={milestoneLink(group, slug)}
      prefetch={false}
      data-tip={`Open milestone ${title}`}
      className="tap flex rounded-full hover:*:border-control hover:*:text-ink max-sm:order-1"
    >
      <Chip>
        <span className="sr-only">
          Milestone <bdi>{title}</bdi>:
        </span>
        <b className="font-medium text-ink">{daySpan(startOn, dueOn)}</b>
        {milestone.closed ? '· closed' : days && `· ${daysText(days, today, startOn, dueOn)}`}
      </Chip>
    </Link>
  )
}

function daysText(
  { day, of }: { day: number; of: number },
  today: string,
  startOn: string,
  dueOn: string,
): string {
  if (today < startOn) return 'not started'
  if (today > dueOn) return 'over'
  return `day ${day} of ${of}`
}

const groupEntries = ({ grouping }: BoardState, change: (part: Partial<BoardState>) => void): MenuEntry[] =>
  GROUPINGS.map((one) => ({
    kind: 'act',
    label: one === 'none' ? 'No groups' : `By ${GROUPING_TITLES[one]}`,
    checked: one === grouping,
    act: () => change({ grouping: one, folded: [] }),
  }))

const densityEntries = (
  { density }: BoardState,
  change: (part: Partial<BoardState>) => void,
): MenuEntry[] => [
  {
    kind: 'act',
    label: 'Comfortable',
    checked: density === 'comfortable',
    act: () => change({ density: 'comfortable' }),
  },
  {
    kind: 'act',
    label: 'Compact',
    checked: density === 'compact',
    act: () => change({ density: 'compact' }),
  },
]
