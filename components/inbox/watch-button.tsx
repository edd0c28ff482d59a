'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'

import { wordsOf } from '#components/issues/deeds.ts'
import { newKey } from '#components/shell/new-key.ts'
import { tellOwnTabs } from '#components/shell/own-acts.ts'
import { toast } from '#components/shell/toasts.ts'
import { Button } from '#components/ui/button.tsx'
import { readWatching, watchIssue } from '#lib/contract/inbox.ts'
import { reading, writing } from '#lib/http/query.ts'

const BECAUSE = {
  author: 'You created it.',
  dri: 'You are its DRI.',
  assignee: 'You are assigned.',
  commenter: 'You commented here.',
  asked: 'You asked to be told.',
}

/** Whether one is told what happens here, with the reason, and the way to change it. */
export function WatchButton({ group, issue: ref }: { group: string; issue: number }) {
  const { data } = useQuery(reading(readWatching, { group, ref }))
  const client = useQueryClient()
  if (!data) return <div className="h-7" />
  const { watching, because } = data
  const change = async () => {
    try {
      await writing(watchIssue).mutationFn({ input: { group, ref, watching: !watching }, key: newKey() })
      await tellOwnTabs(client, ['inbox'])
      toast({
        text: watching
          ? `You are not told any more what happens to #${ref}, unless somebody names you.`
          : `You are told what happens to #${ref}.`,
      })
    } catch (error) {
      toast({ text: wordsOf(error), tone: 'refused' })
    }
  }
  return (
    <div className="flex flex-wrap items-center gap-2 border-t border-line pt-3">
      <Button size="sm" onClick={() => void change()}>
        {watching ? 'Mute' : 'Watch'}
      </Button>
      <span className="text-xs text-ink-2">
        {watching
          ? `You are told what happens here. ${because ? BECAUSE[because] : ''}`
          : 'You are not told what happens here.'}
      </span>
    </div>
  )
}
