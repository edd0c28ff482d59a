'use client'

import { useMemo } from 'react'

import { useBusyChange } from '#components/changes/use-change.ts'
import { decidePushBack, raisePushBack } from '#lib/contract/push-backs.ts'
import type { PushBackFacts } from '#lib/contract/push-backs.ts'
import type { SentTo } from '#lib/contract/endpoint.ts'

import { decidedMessage, nameOfWork } from './push-back-text.ts'

type Raise = Omit<SentTo<typeof raisePushBack>, 'group'>
type Decide = Omit<SentTo<typeof decidePushBack>, 'group' | 'pushBack' | 'version'>

/** What can be done about push-backs; each resolves to null where it was refused. */
export function usePushBackActs(group: string) {
  const { change, busy } = useBusyChange()
  return useMemo(
    () => ({
      busy,
      raise: (input: Raise) =>
        change({
          endpoint: raisePushBack,
          input: { group, ...input },
          message: ({ pushBack }) => `Pushed back on ${nameOfWork(pushBack.subject)}.`,
        }),
      decide: ({ id, version }: PushBackFacts, input: Decide) =>
        change({
          endpoint: decidePushBack,
          input: { group, pushBack: id, version, ...input },
          message: ({ pushBack }) => decidedMessage(pushBack, input.decision),
        }),
    }),
    [busy, change, group],
  )
}
