'use client'

import { MenuButton } from '#components/ui/popups/menu.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { TimeOffEntry } from '#lib/contract/time-off.ts'
import { spanText, spanTextYear } from '#lib/kit/day-text.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

import { kindText } from './kind-text.ts'

type Props = {
  /** Own entries from today on, the earliest first. */
  own: readonly TimeOffEntry[]
  today: PlainDate
  onEdit: (entry: TimeOffEntry) => void
  onRemove: (entry: TimeOffEntry) => void
}

/** Own time off from today on, to change it without the grid. */
export function Yours({ own, today, onEdit, onRemove }: Props) {
  return (
    <section aria-labelledby="your-time-off" className="rounded-lg border border-line bg-surface">
      <h2 id="your-time-off" className="border-b border-line px-3.5 py-2.5 text-sm font-semibold">
        Yours
      </h2>
      {own.length === 0 && <p className="px-3.5 py-2.5 text-ink-3">You have no time off from today on.</p>}
      {own.length > 0 && (
        <ul aria-labelledby="your-time-off" className="py-1">
          {own.map((entry) => {
            const days = wordsOf(entry, today)
            return (
              <li key={entry.id} className="flex items-center gap-2 px-3.5 py-0.5">
                <span className="num min-w-0 flex-1 text-pretty">
                  {days} <span className="text-ink-2">{kindText(entry.kind)}</span>
                  {entry.shortNotice && <span className="text-ink-3">, short notice</span>}
                  {entry.note && (
                    <span className="block text-xs wrap-anywhere text-ink-3">
                      <bdi>{entry.note}</bdi>
                    </span>
                  )}
                </span>
                <MenuButton
                  kind="quiet"
                  size="icon-sm"
                  aria-label={`Change ${days}`}
                  menuLabel={`Change ${days}`}
                  className="no-print"
                  entries={() => [
                    { kind: 'act', label: 'Edit', act: () => onEdit(entry) },
                    { kind: 'act', label: 'Remove', act: () => onRemove(entry) },
                  ]}
                >
                  <Icon name="more" />
                </MenuButton>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}

/** “21 – 24 Dec”, “15 Jan 2027, until noon”. */
function wordsOf({ from, to, fromNoon, untilNoon }: TimeOffEntry, today: PlainDate): string {
  const span = to.slice(0, 4) === today.slice(0, 4) ? spanText(from, to) : spanTextYear(from, to)
  return `${span}${fromNoon ? ', from noon' : ''}${untilNoon ? ', until noon' : ''}`
}
