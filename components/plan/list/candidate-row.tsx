import Link from 'next/link'
import { memo } from 'react'

import { Avatar } from '#components/ui/avatar.tsx'
import { Check } from '#components/ui/check.tsx'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Note, Weight } from '#components/ui/tag.tsx'
import { issueLink } from '#lib/kit/links.ts'

import type { CandidateLine } from './lines.ts'

export const COLUMNS =
  'grid-cols-[24px_24px_36px_minmax(0,1fr)_108px_40px_24px] @min-[580px]/list:grid-cols-[24px_24px_36px_minmax(0,1fr)_110px_60px_40px_24px]'

/** What a person can do in the list; each is left out for those who cannot. */
export type RowActs = {
  onPick?: (ref: number, isRange: boolean) => void
  onDri?: (ref: number, anchor: HTMLElement) => void
  onPlace?: (ref: number, anchor: HTMLElement) => void
  onWeigh?: (ref: number, anchor: HTMLElement) => void
}

type Props = {
  group: string
  line: CandidateLine
  /** The weight as it is, or will be in a moment. */
  weight: number | null
  team: { short: string; name: string } | null
  /** Who drives it, or would. */
  dri: { handle: string; name: string } | null
  isMine: boolean
  isActive: boolean
  isPhone: boolean
  /** Why a proposal left it out. */
  leftOut: string | null
  top: number
  height: number
  index: number
  isDragged: boolean
  acts: RowActs
}

/** A candidate: whether it is picked, why it lies here, and what it takes. On a phone a card. */
export const CandidateRow = memo(function CandidateRow(props: Props) {
  const { line, top, height, index, isActive, isPhone, isDragged } = props
  const { candidate, isPicked, isBelow } = line
  return (
    <tr
      aria-rowindex={index}
      aria-selected={candidate.deliverable ? undefined : isPicked}
      data-candidate={candidate.card.ref}
      style={{ transform: `translateY(${top}px)`, height }}
      className={cx(
        'absolute inset-x-0 top-0 border-b border-line',
        isPhone ? 'flex gap-1.5 py-2 pr-3 pl-1.5' : cx('grid items-center gap-x-1.5 px-2.5', COLUMNS),
        isActive
          ? 'bg-hover shadow-[inset_2px_0_0_var(--color-accent)]'
          : 'focus-within:bg-hover hover:bg-hover',
        isDragged && 'opacity-50',
        isBelow && 'text-ink-2',
      )}
    >
      {isPhone ? <Card {...props} /> : <Cells {...props} />}
    </tr>
  )
})

function Cells(props: Props) {
  const { line, team } = props
  const { rank, card } = line.candidate
  return (
    <>
      <td>
        <PickBox {...props} />
      </td>
      <td className="num text-2xs text-ink-3">
        <Rank {...props} rank={rank} />
      </td>
      <td className="num text-2xs text-ink-3">#{card.ref}</td>
      <td className="flex min-w-0 items-center gap-1.5">
        <Title {...props} />
      </td>
      <td className="flex min-w-0 text-2xs text-ink-2">
        <Why {...props} />
      </td>
      <td className="flex min-w-0 text-2xs text-ink-2 @max-[579px]/list:hidden">
        <Team team={team} />
      </td>
      <td className="flex">
        <WeightCell {...props} />
      </td>
      <td className="flex">
        <DriCell {...props} />
      </td>
    </>
  )
}

function Card(props: Props) {
  const { line, team } = props
  const { rank, card } = line.candidate
  return (
    <>
      <td className="grid place-items-center">
        <PickBox {...props} />
      </td>
      <td className="flex min-w-0 flex-1 flex-col justify-center gap-1">
        <span className="flex min-w-0 items-start gap-1.5">
          <Title {...props} />
        </span>
        <span className="num flex min-w-0 items-center gap-2 text-2xs text-ink-2">
          <span className="flex-none text-ink-3">
            {rank} · #{card.ref}
          </span>
          <span className="flex min-w-0">
            <Why {...props} />
          </span>
          <Team team={team} />
        </span>
      </td>
      <td className="flex flex-none items-center gap-3">
        <WeightCell {...props} />
        <DriCell {...props} />
      </td>
    </>
  )
}

/** By a word of its name that no other team begins with; the whole name is read out, and shown when it is pointed at. */
function Team({ team }: Pick<Props, 'team'>) {
  if (!team) return null
  return (
    <span data-tip={team.name} className="min-w-0 truncate">
      <bdi aria-hidden="true">{team.short}</bdi>
      <bdi className="sr-only">{team.name}</bdi>
    </span>
  )
}

function PickBox({ line: { candidate, isPicked }, acts: { onPick } }: Props) {
  const { card, deliverable } = candidate
  if (deliverable) {
    return (
      <span className="grid size-6 place-items-center text-good" data-tip="Deliverable">
        <Icon name="check" />
        <span className="sr-only">Deliverable</span>
      </span>
    )
  }
  if (!onPick) return isPicked ? <Icon name="check" className="mx-1 text-accent" /> : null
  return (
    <Check checked={isPicked} label={`Pick #${card.ref}`} onPress={(isRange) => onPick(card.ref, isRange)} />
  )
}

function Rank({ rank, line, acts: { onPlace } }: Props & { rank: number }) {
  if (!onPlace) return rank
  const { ref } = line.candidate.card
  return (
    <button
      type="button"
      aria-haspopup="menu"
      aria-label={`Place ${rank}, move #${ref}`}
      data-tip="Move in the PM order (Alt ↑, Alt ↓)"
      onClick={(event) => onPlace(ref, event.currentTarget)}
      className="tap -mx-1 min-h-6 min-w-6 rounded-xs px-1 text-left hover:bg-surface hover:text-ink"
    >
      {rank}
    </button>
  )
}

function Title({ group, line, isPhone }: Props) {
  const { ref, title, confidential } = line.candidate.card
  return (
    <>
      <Link
        href={issueLink(group, ref)}
        prefetch={false}
        data-ref={ref}
        dir="auto"
        draggable={false}
        data-tip={isPhone ? undefined : title}
        className={cx(
          'min-w-0 rounded-xs font-medium hover:underline focus-visible:outline-offset-[-2px]',
          isPhone ? 'line-clamp-2 leading-[17px] wrap-anywhere' : 'truncate',
          !line.isBelow && 'text-ink',
        )}
      >
        {title}
      </Link>
      {confidential && (
        <span data-tip="Confidential" className="flex-none">
          <Icon name="lock" className="size-3.5 text-ink-3" />
          <span className="sr-only">confidential</span>
        </span>
      )}
    </>
  )
}

function Why({ line, leftOut }: Props) {
  const { candidate, isPicked, over } = line
  const { deliverable, why, slippedFrom } = candidate
  if (deliverable) return <Made byName={deliverable.byName} />
  const text = isPicked ? why : (leftOut ?? over ?? why)
  if (slippedFrom !== null && text === why) {
    const slip = `slipped from ${slippedFrom}`
    return (
      <Note tone="warn" tip={why}>
        <span className="truncate">{slip}</span>
      </Note>
    )
  }
  return (
    <span data-tip={text} className="num truncate">
      {text}
    </span>
  )
}

/** A pick that another person has made says who did. */
const Made = ({ byName }: { byName: string | null }) => (
  <span
    data-tip={byName === null ? undefined : `Deliverable, made by ${byName}`}
    className="flex min-w-0 items-center gap-1"
  >
    <span className="flex-none">
      <Note tone="good">Deliverable</Note>
    </span>
    {byName !== null && (
      <span className="truncate text-ink-3">
        <span className="sr-only">made by </span>
        <bdi>{byName}</bdi>
      </span>
    )}
  </span>
)

function WeightCell({ line, weight, isMine, acts: { onWeigh } }: Props) {
  const { ref } = line.candidate.card
  const { unweighted } = line.candidate
  if (!onWeigh) return <Weight weight={weight} />
  const isAsked = isMine && unweighted && weight === null
  return (
    <button
      type="button"
      aria-haspopup="menu"
      aria-label={isAsked ? `Weigh #${ref}` : `Weight of #${ref}: ${weight ?? 'none'}`}
      onClick={(event) => onWeigh(ref, event.currentTarget)}
      className={cx(
        'tap grid min-h-6 min-w-6 place-items-center rounded-xs',
        isAsked
          ? 'px-1 text-2xs font-semibold text-accent hover:underline'
          : 'hover:ring-1 hover:ring-control',
      )}
    >
      {isAsked ? 'Weigh' : <Weight weight={weight} />}
    </button>
  )
}

function DriCell({ line, dri, acts: { onDri } }: Props) {
  const { ref } = line.candidate.card
  const isNew = line.dri !== null && line.dri !== line.candidate.card.dri
  const face = dri ? (
    <span
      className={cx('rounded-full', isNew && 'ring-[1.5px] ring-accent ring-offset-1 ring-offset-surface')}
    >
      <Avatar face={dri} size="sm" silent={onDri !== undefined} />
    </span>
  ) : (
    <span className="grid size-[19px] place-items-center rounded-full border border-dashed border-control text-2xs text-ink-3">
      <span aria-hidden="true">–</span>
      {!onDri && <span className="sr-only">no DRI</span>}
    </span>
  )
  if (!onDri || line.candidate.deliverable) return face
  const name = dri ? `${dri.name}${isNew ? ', chosen here' : ''}` : 'none'
  return (
    <button
      type="button"
      aria-haspopup="menu"
      aria-label={`DRI of #${ref}: ${name}`}
      data-tip={dri?.name ?? 'Choose a DRI'}
      onClick={(event) => onDri(ref, event.currentTarget)}
      className="tap grid size-6 place-items-center rounded-full hover:ring-1 hover:ring-control"
    >
      {face}
    </button>
  )
}
