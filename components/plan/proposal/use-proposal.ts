'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'

import { wordsOf } from '#components/changes/send.ts'
import { announce } from '#components/shell/announcer.tsx'
import { toast } from '#components/shell/toasts.ts'
import { proposePlan } from '#lib/contract/plan.ts'
import { reading } from '#lib/http/query.ts'

import type { PlanState } from '../plan-state.ts'
import type { ChangePlan } from '../use-plan-state.ts'

export type LeftOut = { ref: number; because: string }

const NONE: readonly LeftOut[] = []

/** A selection that fills the capacity from the ranking becomes the picks, which the EM then edits; it changes nothing yet. */
export function useProposal(group: string, milestone: string, state: PlanState, change: ChangePlan) {
  const client = useQueryClient()
  const before = useRef<PlanState['picks']>([])
  const [busy, setBusy] = useState(false)
  const read = reading(proposePlan, { group, milestone })
  const { data } = useQuery({ ...read, enabled: state.isProposed })
  const leftOut = state.isProposed ? (data?.leftOut ?? NONE) : NONE
  const propose = async () => {
    if (busy) return
    setBusy(true)
    try {
      const { picks, leftOut: out } = await client.fetchQuery({ ...read, staleTime: 0 })
      change((now) => {
        if (!now.isProposed) before.current = now.picks
        return {
          picks: picks.map(({ ref, dri, isNewDri }) => ({ ref, dri: isNewDri ? dri : null })),
          isProposed: true,
          tab: 'candidates',
        }
      })
      announce(`The proposal picks ${picks.length} candidates and leaves out ${out.length}.`)
    } catch (error) {
      toast({ text: `No proposal. ${wordsOf(error)}`, tone: 'refused' })
    } finally {
      setBusy(false)
    }
  }
  const discard = () => change({ picks: before.current, isProposed: false })
  const reasons = useMemo(() => new Map(leftOut.map(({ ref, because }) => [ref, because])), [leftOut])
  return { propose, discard, busy, leftOut, reasons }
}
