'use client'

import { Avatar } from '#components/ui/avatar.tsx'
import { cx } from '#components/ui/cx.ts'
import { useStore } from '#components/ui/store.ts'
import { usePeople } from './use-people.ts'

import { useAt } from '#components/shell/past.ts'
import { liveState } from '#components/shell/live-state.ts'
import type { LiveStatus } from '#components/shell/live-state.ts'
import { useMe } from '#components/shell/use-group.ts'

const WORDS: Record<LiveStatus, { word: string; tip: string }> = {
  live: { word: 'Live', tip: 'Changes of other people appear immediately' },
  'catching up': { word: 'Catching up', tip: 'Loading missed changes' },
  offline: { word: 'Offline', tip: 'Connection lost. This page may be out of date.' },
  gone: { word: 'Signed out', tip: 'Sign in again to see changes' },
}
/** A page of the past stays as it is, however well the line is. */
const PAST = { word: 'Not live', tip: 'This page shows the past and stays as it is' }
const FACES = 4

/** Whether the page is true right now, and who else looks at the group. */
export function LiveDot({ group }: { group: string }) {
  const status = useStore(liveState, (state) => state.status)
  const present = useStore(liveState, (state) => state.people)
  const { handle } = useMe()
  const isPast = useAt() !== null
  const people = usePeople(group)
  const others = present.filter((one) => one !== handle)
  const name = (one: string) => people.get(one) ?? one
  return (
    <div className="flex items-center gap-2.5">
      <span
        data-tip={(isPast && status === 'live' ? PAST : WORDS[status]).tip}
        className={cx(
          'inline-flex items-center gap-1.5 text-xs whitespace-nowrap before:size-[7px] before:rounded-full',
          status === 'live' && !isPast && 'before:bg-good',
          (status === 'catching up' || (status === 'live' && isPast)) &&
            'before:bg-transparent before:ring-[1.5px] before:ring-warn before:ring-inset',
          status === 'offline' || status === 'gone' ? 'font-medium text-bad before:bg-bad' : 'text-ink-2',
        )}
      >
        {/* Where there is little room the word shows when something is wrong; the dot alone says that nothing is. */}
        <span className={cx((status === 'live' || status === 'catching up') && 'max-sm:sr-only')}>
          {(isPast && status === 'live' ? PAST : WORDS[status]).word}
        </span>
      </span>
      {others.length > 0 && (
        <ul aria-label="Also here" className="flex max-sm:hidden">
          {others.slice(0, FACES).map((one) => (
            <li key={one} className="-ml-[5px] rounded-full border-[1.5px] border-surface first:ml-0">
              <Avatar face={{ handle: one, name: name(one) }} />
            </li>
          ))}
          {others.length > FACES && (
            <li className="num pl-1 text-xs text-ink-3" data-tip={others.slice(FACES).map(name).join(', ')}>
              +{others.length - FACES}
            </li>
          )}
        </ul>
      )}
    </div>
  )
}
