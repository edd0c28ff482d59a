import { ConfidenceMark } from '#components/confidence/confidence-mark.tsx'
import { AskedMark } from '#components/hand-overs/asked-mark.tsx'
import { Avatar } from '#components/ui/avatar.tsx'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { LabelTag, Note, TypeTag, Weight } from '#components/ui/tag.tsx'
import type { ReactNode } from 'react'

import { isolated } from '#lib/kit/visible.ts'

import type { CardText } from './card-text.ts'

type Props = {
  text: CardText
  /** The title as it is read here: a link on the board, plain in a drag. */
  title: ReactNode
  /** Stands in the place of the DRI. */
  take?: ReactNode
  menu?: ReactNode
  compact: boolean
}

/** A card as people see it, wherever it lies; what it says beside its title is said by `facts` of its words. */
export function CardFace({ text, title, take, menu, compact }: Props) {
  const { card, type, labels, epic, blocked, slips, age } = text
  return (
    <>
      <div className="flex items-center gap-[7px] text-2xs text-ink-3">
        <span aria-hidden="true" className="num flex-none">
          #{card.ref}
        </span>
        {card.confidential && <Icon name="lock" className="size-3" />}
        <span aria-hidden="true" dir="auto" className="min-w-0 flex-1 truncate text-left pointer-coarse:pr-6">
          {epic}
        </span>
        {slips && (
          <span aria-hidden="true" className="num flex-none text-warn">
            {slips}
          </span>
        )}
        {card.handRaised && (
          <span data-tip="hand raised" className="text-warn">
            <Icon name="hand" />
          </span>
        )}
        {card.confident && <ConfidenceMark confidence={card.confident} tip={text.confidence} />}
        {menu}
      </div>
      <div
        dir="auto"
        className={cx(
          'flex-none leading-[1.38] font-medium tracking-[-0.003em] [text-wrap:pretty] wrap-anywhere',
          compact ? 'line-clamp-1' : 'line-clamp-2',
        )}
      >
        {title}
      </div>
      {!compact && type && labels.length > 0 && <Labels labels={labels} />}
      {blocked && (
        <div aria-hidden="true" className="flex">
          <Note tone="bad">
            <Icon name="blocked" className="size-[13px] self-start mt-0.5" />
            <span className="line-clamp-3 min-w-0 wrap-anywhere">{blocked}</span>
          </Note>
        </div>
      )}
      <div className="mt-auto flex min-h-[22px] items-center gap-[9px]">
        <span aria-hidden="true" className="contents">
          <Weight weight={card.weight} />
          {type ? <TypeTag type={type} /> : <Labels labels={labels} />}
        </span>
        <span className="ml-auto flex flex-none items-center gap-1.5">
          <span aria-hidden="true" className="contents">
            {text.others.map((face) => (
              <Avatar key={face.handle} face={face} size="sm" />
            ))}
            {text.away && (
              <span data-tip={text.away} className="text-warn">
                <Icon name="clock" className="size-3.5" />
              </span>
            )}
            {text.dri && <Avatar face={text.dri} as="dri" size={compact ? 'sm' : 'md'} />}
          </span>
          {!text.dri && take}
          {text.asked && (
            <span aria-hidden="true" className="contents">
              <AskedMark face={text.asked} />
            </span>
          )}
        </span>
      </div>
      {age && <div className="h-0.5 rounded-[1px] bg-warn" data-tip={age} />}
    </>
  )
}

/** In a narrow column one label and how many more; in a wide one two. */
function Labels({ labels }: Pick<CardText, 'labels'>) {
  const [first, second] = labels
  if (!first) return null
  return (
    <div aria-hidden="true" className="flex min-w-0 gap-1">
      <LabelTag {...first} />
      {second && (
        <span className="hidden min-w-0 @min-[380px]:flex">
          <LabelTag {...second} />
        </span>
      )}
      <More labels={labels.slice(1)} className="@min-[380px]:hidden" />
      <More labels={labels.slice(2)} className="hidden @min-[380px]:inline" />
    </div>
  )
}

function More({ labels, className }: Pick<CardText, 'labels'> & { className: string }) {
  if (labels.length === 0) return null
  return (
    <span
      className={`num flex-none text-2xs text-ink-3 ${className}`}
      data-tip={labels.map(({ title }) => isolated(title)).join(', ')}
    >
      +{labels.length}
    </span>
  )
}
