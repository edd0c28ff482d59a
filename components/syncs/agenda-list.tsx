import type { RefObject } from 'react'

import { Avatar } from '#components/ui/avatar.tsx'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Kbd } from '#components/ui/keys/kbd.tsx'
import { Note } from '#components/ui/tag.tsx'
import type { AgendaItem } from '#lib/contract/syncs.ts'
import { agendaHeading } from '#lib/domain/syncs/agenda.ts'
import { itemName } from '#lib/domain/syncs/minutes.ts'

type Props = {
  items: readonly AgendaItem[]
  current: string | null
  /** The line of the current item, for what gives it the focus. */
  currentLine?: RefObject<HTMLButtonElement | null>
  nameOf: (handle: string) => string
  onGo: (key: string) => void
}

const STATES: Record<AgendaItem['state'], string> = { open: '', settled: ', settled', over: ', over' }

/** The agenda by heading, each with how much of it is settled. */
export function AgendaList({ items, current, currentLine, nameOf, onGo }: Props) {
  const sections = [...Map.groupBy(items, ({ source }) => agendaHeading(source))]
  return (
    <nav aria-label="Agenda" className="flex min-w-0 flex-col gap-3">
      {sections.map(([heading, own]) => (
        <section key={heading} aria-label={heading}>
          <h2 className="flex items-baseline gap-2 px-2.5 pb-1 text-xs font-semibold text-ink-2">
            {heading}
            <span className="num ml-auto font-normal text-ink-3">
              {own.filter(({ state }) => state !== 'open').length} of {own.length}
            </span>
          </h2>
          <ul>
            {own.map((item) => (
              <Line
                key={item.key}
                item={item}
                isCurrent={item.key === current}
                line={item.key === current ? currentLine : undefined}
                nameOf={nameOf}
                onGo={() => onGo(item.key)}
              />
            ))}
          </ul>
        </section>
      ))}
      <p className="no-print flex items-center gap-1.5 px-2.5 text-xs text-ink-3 max-md:hidden">
        <Kbd>J</Kbd> <Kbd>K</Kbd> next, previous item
      </p>
    </nav>
  )
}

type LineProps = {
  item: AgendaItem
  isCurrent: boolean
  line: RefObject<HTMLButtonElement | null> | undefined
  nameOf: (handle: string) => string
  onGo: () => void
}

function Line({ item, isCurrent, line, nameOf, onGo }: LineProps) {
  const isOver = item.state !== 'open'
  return (
    <li>
      <button
        ref={line}
        type="button"
        aria-current={isCurrent ? 'step' : undefined}
        onClick={onGo}
        className={cx(
          'flex min-h-8 w-full items-center gap-2.5 rounded-sm px-2.5 py-1 text-left pointer-coarse:min-h-11',
          isCurrent ? 'bg-surface font-semibold shadow-card ring-1 ring-line' : 'hover:bg-hover',
          isOver && !isCurrent && 'text-ink-2',
        )}
      >
        <span
          aria-hidden="true"
          className={cx(
            'grid size-4 flex-none place-items-center rounded-full',
            isOver
              ? 'bg-good text-surface'
              : isCurrent
                ? 'border-[4.5px] border-accent'
                : 'border-[1.5px] border-control',
          )}
        >
          {isOver && <Icon name="check" className="size-3" />}
        </span>
        <span dir="auto" className="min-w-0 flex-1 truncate">
          {itemName(item)}
          <span className="sr-only">{STATES[item.state]}</span>
        </span>
        {item.isNew && <Note tone="warn">new</Note>}
        {item.person && <Avatar face={{ handle: item.person, name: nameOf(item.person) }} size="sm" silent />}
      </button>
    </li>
  )
}
