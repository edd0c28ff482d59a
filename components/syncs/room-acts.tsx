'use client'

import { useRouter } from 'next/navigation'

import { useBusyChange } from '#components/changes/use-change.ts'
import { useActor, useMe } from '#components/shell/use-group.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { SyncRoom } from '#lib/contract/syncs.ts'
import { endSync, leadSync } from '#lib/contract/syncs.ts'
import { may } from '#lib/domain/permissions.ts'
import { syncLink } from '#lib/kit/links.ts'

import { copyMinutes } from './copy-minutes.ts'
import { StartSync } from './start-sync.tsx'
import { SyncClock } from './sync-clock.tsx'
import type { useLead } from './use-room.ts'

type Props = {
  group: string
  room: SyncRoom
  title: string
  done: number
  minutes: number | null
  following: ReturnType<typeof useLead>
  zone: string
}

/** The title, how far it is, whom the reader follows, and what is done with the whole. */
export function RoomActs({ group, room, title, done, minutes, following, zone }: Props) {
  const actor = useActor(group)
  const me = useMe()
  const router = useRouter()
  const { change, busy } = useBusyChange()
  const { sync, items } = room
  const mayRecord = may(actor, 'sync.record')
  const running = sync?.state === 'running' ? sync : null
  const first = following.lead?.name.split(' ')[0] ?? ''
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <h1 dir="auto" className="text-lg">
        {title}
      </h1>
      {items.length > 0 && (
        <span className="num rounded-full border border-line bg-surface px-2.5 py-0.5 text-xs text-ink-2">
          {done} of {items.length} done
        </span>
      )}
      {running?.startedAt && minutes !== null && (
        <SyncClock startedAt={running.startedAt} minutes={minutes} />
      )}
      {running && !following.isMine && following.lead && (
        <Button
          size="sm"
          aria-pressed={following.follows}
          onClick={() => following.setFollows(!following.follows)}
        >
          {following.follows ? `Following ${first}` : `Follow ${first}`}
        </Button>
      )}
      <span className="flex-1" />
      {running && !following.isMine && mayRecord && (
        <Button
          kind="quiet"
          onClick={() =>
            void change({
              endpoint: leadSync,
              input: { group, sync: running.id, to: me.handle },
              message: 'You lead the sync.',
              final: 'The others follow by now. Choose another lead instead.',
            })
          }
        >
          Take the lead
        </Button>
      )}
      {sync && (
        <Button kind="quiet" className="no-print" onClick={() => void copyMinutes(room, { group, zone })}>
          <Icon name="list" /> Copy notes
        </Button>
      )}
      {running && mayRecord && (
        <Button
          disabledReason={busy ? 'Sending…' : null}
          onClick={() =>
            void change({
              endpoint: endSync,
              input: { group, sync: running.id },
              message: 'The sync is over. Absent members are told.',
              final: true,
            })
          }
        >
          End sync
        </Button>
      )}
      {sync === null && mayRecord && (
        <StartSync
          group={group}
          isEmpty={items.every(({ state }) => state !== 'open')}
          onStarted={(id) => router.push(syncLink(group, id))}
        />
      )}
    </header>
  )
}
