'use client'

import { useMemo } from 'react'

import { useChange } from '#components/changes/use-change.ts'
import { helpHand, lowerHand, stopHelping } from '#lib/contract/hands.ts'

/** What can be done about a raised hand; each resolves to null where it was refused. */
export function useHandActs(group: string) {
  const change = useChange()
  return useMemo(
    () => ({
      help: (hand: number, name: string) =>
        change({ endpoint: helpHand, input: { group, hand }, message: `You help ${name}. They are told.` }),
      stop: (hand: number, name: string) =>
        change({ endpoint: stopHelping, input: { group, hand }, message: `You no longer help ${name}.` }),
      lower: (hand: number, how: string) =>
        change({ endpoint: lowerHand, input: { group, hand, how }, message: 'The hand is lowered.' }),
    }),
    [change, group],
  )
}
