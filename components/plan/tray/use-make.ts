'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { Plan } from '#lib/contract/plan.ts'

import { isHandedOver } from '../picked.ts'
import type { PickedOne } from '../picked.ts'
import type { ChangePlan } from '../use-plan-state.ts'

export type Making = {
  busy: boolean
  /** Makes what is picked, or asks for context first, where the plan names another DRI than the issue has. */
  make: () => void
  /** Those that get another DRI, while their context is asked for. */
  handedOver: readonly PickedOne[] | null
  answer: (context: string | null) => void
}

/** Handbook › Build Board: the EM "applies the ~Deliverable label to each issue … and assigns it to an engineer". */
export function useMake(
  group: string,
  { milestone }: Pick<Plan, 'milestone'>,
  made: readonly PickedOne[],
  change: ChangePlan,
): Making {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const handedOver = made.filter(isHandedOver)
  const run = async (context: string) => {
    if (busy || made.length === 0) return
    setBusy(true)
    const refs = new Set(made.map(({ candidate }) => candidate.card.ref))
    try {
      const { makePicked } = await import('./make-picked.ts')
      const left = await makePicked(client, { group, milestone, made, context })
      // what was refused stays picked, with its reason
      change(({ picks }) => {
        const rest = picks.filter(({ ref }) => !refs.has(ref) || left.includes(ref))
        return { picks: rest, ...(rest.length === 0 ? { isProposed: false } : {}) }
      })
    } finally {
      setBusy(false)
    }
  }
  return {
    busy,
    make: () => (handedOver.length > 0 ? setAsking(true) : void run('')),
    handedOver: isAsking ? handedOver : null,
    answer(context) {
      setAsking(false)
      if (context !== null) void run(context)
    },
  }
}
