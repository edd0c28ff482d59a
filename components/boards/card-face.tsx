import { Avatar } from '#components/ui/avatar.tsx'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { LabelTag, Note, TypeTag, Weight } from '#components/ui/tag.tsx'
import type { ReactNode } from 'react'

import type { CardWords } from './card-words.ts'

type Props = {
  words: CardWords
  /** The title as it is read here: a link on the board, plain in a drag. */
  title: ReactNode
  /** Stands in the place of the DRI. */
  take?: ReactNode
  menu?: ReactNode
  compact: boolean
}

/** A card as people see it, wherever it lies. */
export function CardFace({ words, title, take, menu, compact }: Props) {
  const { card, type, labels, epic, blocked, age } = words
  return (
    <>
      <div className="flex items-center gap-[7px] text-2xs text-ink-3">
        <span className="num flex-none">#{card.ref}</span>
        {card.confidential && <Icon name="lock" className="size-3" />}
        <span className="min-w-0 flex-1 truncate">{epic}</span>
        {menu}
      </div>
      <div
        className={cx(
          'line-clamp-2 leading-[1.38] font-medium tracking-[-0.003em] [text-wrap:pretty] wrap-anywhere',
          compact && 'line-clamp-1',
        )}
      >
        {title}
      </div>
      {blocked && (
        <Note tone="bad">
          <Icon name="blocked" className="size-[13px]" />
          <span className="min-w-0 truncate">{blocked}</span>
        </Note>
      )}
      <div className="flex min-h-[22px] items-center gap-[9px]">
        <Weight weight={card.weight} />
        {type && <TypeTag type={type} />}
        {!compact && labels.slice(0, 1).map((label) => <LabelTag key={label.title} {...label} />)}
        {!compact && labels.length > 1 && (
          <span
            className="num flex-none text-2xs text-ink-3"
            data-tip={labels
              .slice(1)
              .map((label) => label.title)
              .join(', ')}
          >
            +{labels.length - 1}
          </span>
        )}
        <span className="ml-auto flex flex-none items-center pl-px">
          {words.others.map((face) => (
            <span key={face.handle} className="-mr-1 rounded-full border-[1.5px] border-surface">
              <Avatar face={face} size="sm" />
            </span>
          ))}
          {words.dri ? <Avatar face={words.dri} as="dri" /> : take}
        </span>
      </div>
      {age && (
        <div className="h-0.5 overflow-hidden rounded-[1px] bg-line" data-tip={age.words}>
          <div
            className={cx('h-full', age.old ? 'bg-warn' : 'bg-ink-3')}
            style={{ width: `${age.percent}%` }}
          />
        </div>
      )}
    </>
  )
}
