'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useHotkeys } from '#components/shell/hotkeys.ts'
import { useGroup } from '#components/shell/use-group.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { usePeopleNames } from '#components/hands/people-names.ts'
import { PageFrame } from '#components/ui/page-frame.tsx'
import { Empty } from '#components/ui/state.tsx'
import { listSyncs, readSync, type SyncRoom } from '#lib/contract/syncs.ts'
import { syncTitle } from '#lib/domain/syncs/minutes.ts'
import { reading } from '#lib/http/query.ts'

import { AgendaBar } from './agenda-bar.tsx'
import { AgendaList } from './agenda-list.tsx'
import { AddPoint } from './add-point.tsx'
import { ItemView } from './item-view.tsx'
import { MinutesText } from './minutes-text.tsx'
import { OutcomesPanel, PresentPanel } from './side-panels.tsx'
import { RoomActs } from './room-acts.tsx'
import { useLead, usePlace, usePresence, useTopOfItem } from './use-room.ts'

/** A sync while it runs; afterwards the same page is its minutes. */
export function SyncRoomPage({ group, sync: id }: { group: string; sync: number }) {
  const room = usePrefetched(readSync, { group, sync: id })
  const minutes = useQuery(reading(listSyncs, { group })).data?.minutes ?? null
  const title = room.sync ? syncTitle(room.sync.day) : 'Next sync'
  return <Room group={group} room={room} title={title} minutes={minutes} />
}

type Props = { group: string; room: SyncRoom; title: string; minutes: number | null }

export function Room({ group, room, title, minutes }: Props) {
  const { zone } = useGroup(group)
  const { sync, outcomes } = room
  const [since] = useState(sync?.lookedAt ?? null)
  const nameOf = usePeopleNames(group)
  const following = useLead(group, sync)
  const place = usePlace(room, following.item, () => following.setFollows(false))
  const top = useTopOfItem(place.item?.key ?? null)
  const people = usePresence(group, sync, place.item?.key ?? null)
  useHotkeys('Sync', [
    { keys: ['j', 'ArrowDown'], what: 'Next item', act: () => place.step(1) },
    { keys: ['k', 'ArrowUp'], what: 'Previous item', act: () => place.step(-1) },
  ])
  const isOpen = sync === null || sync.state === 'running'
  const done = room.items.filter(({ state }) => state !== 'open').length
  const current = place.item
  return (
    <PageFrame className="flex max-w-none flex-col gap-4">
      <RoomActs
        group={group}
        room={room}
        title={title}
        done={done}
        minutes={minutes}
        following={following}
        zone={zone}
      />
      {sync?.state === 'skipped' && <p className="text-ink-2">This sync was skipped.</p>}
      {current ? (
        <div
          ref={top}
          className="grid grid-cols-[258px_minmax(0,1fr)_256px] items-start gap-4 max-xl:grid-cols-[258px_minmax(0,1fr)] max-md:grid-cols-1 print:hidden"
        >
          <AgendaBar group={group} place={place} isOpen={isOpen} nameOf={nameOf} />
          <div className="flex flex-col gap-3 max-md:hidden">
            <AgendaList items={place.items} current={current.key} nameOf={nameOf} onGo={place.go} />
            {isOpen && <AddPoint group={group} />}
          </div>
          <ItemView
            group={group}
            item={current}
            place={`${place.at + 1} of ${place.items.length}`}
            outcomes={outcomes.filter(({ item }) => item === current.key)}
            since={since}
            isOpen={isOpen}
            nameOf={nameOf}
            onNext={place.next}
            onSkip={place.skip}
          />
          <aside aria-label="Room" className="flex flex-col gap-3.5 max-xl:col-start-2 max-md:col-start-1">
            {sync && <PresentPanel sync={sync} people={people} />}
            <OutcomesPanel group={group} outcomes={outcomes} since={since} />
          </aside>
        </div>
      ) : (
        <>
          <Empty title="Nothing is blocked and no hand is raised.">
            <p>Points that people add, and what comes up until the sync, stand here.</p>
          </Empty>
          {isOpen && <AddPoint group={group} />}
        </>
      )}
      <MinutesText group={group} room={room} />
    </PageFrame>
  )
}
