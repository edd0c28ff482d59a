'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'

import { useBusyChange } from '#components/changes/use-change.ts'
import { Button } from '#components/ui/button.tsx'
import { listSyncs, startSync } from '#lib/contract/syncs.ts'
import { reading } from '#lib/http/query.ts'
import { syncLink } from '#lib/kit/links.ts'

type Props = { group: string; isEmpty: boolean; onStarted: (id: number) => void }

/** Starts the sync, or joins the one that runs; a week in which nothing waits may be skipped. */
export function StartSync({ group, isEmpty, onStarted }: Props) {
  const { change, busy } = useBusyChange()
  const listed = useQuery(reading(listSyncs, { group })).data
  const why = busy ? 'Sending…' : null
  if (listed?.running) return <Link href={syncLink(group, listed.running)}>Join the sync</Link>
  const start = async (skip: boolean) => {
    const answer = await change({
      endpoint: startSync,
      input: { group, ...(skip ? { skip } : {}) },
      message: skip ? 'The sync of this week is skipped.' : 'The sync is running. You lead it.',
      final: true,
    })
    if (answer && !skip) onStarted(answer.sync.id)
  }
  return (
    <>
      {isEmpty && listed?.upcoming && (
        <Button disabledReason={why} onClick={() => void start(true)}>
          Skip the sync this week
        </Button>
      )}
      <Button kind="primary" disabledReason={why} onClick={() => void start(false)}>
        Start sync
      </Button>
    </>
  )
}
