'use client'

import type { QueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'

import { changeWith, useChange } from '#components/changes/use-change.ts'
import type { Change } from '#components/changes/use-change.ts'
import { waysOn } from '#components/commands/next-steps.ts'
import { toast } from '#components/shell/toasts.ts'
import { takeIssue } from '#lib/contract/issues.ts'
import type { Card } from '#lib/contract/issues.ts'
import { whyNotTake } from '#lib/domain/dri.ts'

type Take = (card: Card, me: string, driName: string | null) => void

/** Where issues are taken and nothing else is done to them. */
export function useTake(group: string): Take {
  const change = useChange()
  return useMemo(() => takeWith(change, group), [change, group])
}

/** The same where there is no component to hold it, as on a board, which fetches it behind itself. */
export const takeCard = (client: QueryClient, group: string): Take =>
  takeWith((changing) => changeWith(client, changing), group)

export const takeWith =
  (change: Change, group: string): Take =>
  (card, me, driName) => {
    const refusal = whyNotTake({ open: card.state === 'open', dri: card.dri, me, driName })
    if (refusal) {
      return toast({ text: refusal.because, tone: 'refused', ways: waysOn([card.ref], refusal.code) })
    }
    const assignees = card.assignees.includes(me) ? card.assignees : [...card.assignees, me]
    void change({
      endpoint: takeIssue,
      input: { group, ref: card.ref },
      issue: card.ref,
      optimistic: { dri: me, assignees },
      message: `You are now the DRI of #${card.ref}.`,
    })
  }
