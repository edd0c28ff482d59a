'use client'

import { useSearchParams } from 'next/navigation'
import { useState } from 'react'

import { CallsList } from '#components/calls/calls-list.tsx'
import { useHotkeys } from '#components/shell/hotkeys.ts'
import { useActor } from '#components/shell/use-group.ts'
import { useLineKeys } from '#components/shell/use-line-keys.ts'
import { usePrefetched } from '#components/shell/use-prefetched.ts'
import { Button } from '#components/ui/button.tsx'
import { PageFrame } from '#components/ui/page-frame.tsx'
import { lazyPopup } from '#components/ui/popups/lazy-popup.tsx'
import { Empty } from '#components/ui/state.tsx'
import { type Activity, listActivities } from '#lib/contract/activities.ts'
import { may } from '#lib/domain/permissions.ts'

import { ActivityLine } from './activity-line.tsx'
import type { AskedOfActivity } from './asked.ts'
import { dueToRecord } from './due.ts'
import { keptRhythmText } from './kept-rhythm.ts'
import { Legend } from './occurrence-mark.tsx'
import { Offers } from './offers.tsx'
import { useRecord } from './use-record.ts'

const ActivityDialog = lazyPopup(async () => (await import('./activity-dialog.tsx')).ActivityDialog)
const ActivityDialogs = lazyPopup(async () => (await import('./activity-dialogs.tsx')).ActivityDialogs)

/** Handbook › Cadence: each activity, its frequency and its owner; and whether it happens. */
export function CadencePage({ group }: { group: string }) {
  const { items, offers, today, usual } = usePrefetched(listActivities, { group })
  const opened = Number(useSearchParams().get('activity'))
  const actor = useActor(group)
  const [asked, ask] = useState<AskedOfActivity | null>(null)
  const [isNew, setNew] = useState(false)
  const record = useRecord(group)
  const edit = may(actor, 'activity.edit')
  useLineKeys({ title: 'Cadence' })
  useHotkeys('Cadence', [
    {
      keys: ['h'],
      what: 'It happened, for the activity that has the focus',
      act: () => {
        const focused = activityWithFocus(items)
        const due = focused && dueToRecord(focused, today)
        if (focused && due) void record(focused, due.day)
      },
    },
  ])
  return (
    <PageFrame className="flex flex-col gap-4">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="text-lg">Cadence</h1>
        <p className="min-w-0 flex-1 basis-64 text-pretty text-ink-2 max-sm:order-last max-sm:basis-full">
          {keptRhythmText(items) ?? 'Whether each activity happens shows here once it is due.'}
        </p>
        {edit && (
          <Button
            kind="primary"
            className="no-print max-sm:ml-auto"
            aria-haspopup="dialog"
            onPointerEnter={ActivityDialog.ahead}
            onFocus={ActivityDialog.ahead}
            onClick={() => setNew(true)}
          >
            New activity
          </Button>
        )}
      </header>
      <Offers group={group} offers={offers} mayAnswer={edit} />
      {items.length === 0 ? (
        <Empty title="No activities yet">
          <p>
            {edit
              ? 'Add what the group does again and again, such as issue triage or a review.'
              : 'The engineering manager adds what the group does again and again.'}
          </p>
        </Empty>
      ) : (
        <section aria-label="Activities" className="flex flex-col gap-2">
          <Legend />
          <ul aria-label="Activities" className="rounded-lg border border-line bg-surface">
            {items.map((activity) => (
              <ActivityLine
                key={activity.id}
                group={group}
                activity={activity}
                today={today}
                isOpen={activity.id === opened}
                onAsk={ask}
              />
            ))}
          </ul>
        </section>
      )}
      <CallsList group={group} />
      {isNew && (
        <ActivityDialog
          group={group}
          activity={null}
          usual={usual}
          today={today}
          onClose={() => setNew(false)}
        />
      )}
      {asked && (
        <ActivityDialogs
          group={group}
          activities={items}
          usual={usual}
          today={today}
          asked={asked}
          onClose={() => ask(null)}
        />
      )}
    </PageFrame>
  )
}

function activityWithFocus(items: readonly Activity[]): Activity | undefined {
  const line = document.activeElement?.closest<HTMLElement>('[data-activity]')
  return items.find(({ id }) => String(id) === line?.dataset['activity'])
}
