'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'

import { Button } from '#components/ui/button.tsx'
import { readWatching } from '#lib/contract/inbox.ts'
import { reading } from '#lib/http/query.ts'

import { setWatching } from './watching.ts'

const BECAUSE = {
  author: 'You created it.',
  dri: 'You are its DRI.',
  assignee: 'You are assigned.',
  commenter: 'You commented here.',
  asked: 'You chose to watch it.',
}

/** Whether one is told what happens here, with the reason, and the way to change it. */
export function WatchButton({ group, issue: ref }: { group: string; issue: number }) {
  const { data } = useQuery(reading(readWatching, { group, ref }))
  const client = useQueryClient()
  if (!data) return <div className="h-[37px] border-t border-line" />
  const { watching, because } = data
  return (
    <div className="flex flex-wrap items-center gap-2 border-t border-line pt-3">
      <Button size="sm" onClick={() => void setWatching(client, group, ref, !watching)}>
        {watching ? 'Mute' : 'Watch'}
      </Button>
      <span className="text-xs text-ink-2">
        {watching
          ? `You’re watching this issue. ${because ? BECAUSE[because] : ''}`
          : 'You’re not watching this issue.'}
      </span>
    </div>
  )
}
