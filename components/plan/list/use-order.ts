'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'

import { useChange } from '#components/changes/use-change.ts'
import { announce } from '#components/shell/announcer.tsx'
import { moveIssue } from '#lib/contract/issues.ts'
import { readPlan } from '#lib/contract/plan.ts'
import type { Plan } from '#lib/contract/plan.ts'
import { reading } from '#lib/http/query.ts'

import { neighbourAt, stepTo } from './order.ts'

/** Handbook › Planning Board: "a curated list of issues by category": the PM order is its order, moved by the same command. */
export function useOrder(group: string, { candidates, milestone, boards }: Plan) {
  const change = useChange()
  const client = useQueryClient()
  const list = useMemo(
    () =>
      candidates.map(({ card, slippedFrom, pm }) => ({
        ref: card.ref,
        hasSlipped: slippedFrom !== null,
        pm,
      })),
    [candidates],
  )
  const board = boards.planning
  const place = (ref: number, index: number) => {
    const where = neighbourAt(list, ref, index)
    if (!where || board === null) return
    void change({
      endpoint: moveIssue,
      input: { group, board, ref, to: null, ...where },
      issue: ref,
      message: `Moved #${ref} in the PM order.`,
      // its own page of the plan is asked at once: a second step begins from what the first one did
      apply: () => void client.invalidateQueries(reading(readPlan, { group, milestone: milestone.slug })),
    })
  }
  const step = (ref: number, by: -1 | 1) => {
    const to = stepTo(list, ref, by)
    if (to !== null) return place(ref, to)
    const isPlaced = list.some((one) => one.ref === ref && one.pm !== null)
    if (!isPlaced) announce(`#${ref} has no place in the PM order. Alt and Arrow Up give it one.`)
    else announce(`#${ref} is the ${by < 0 ? 'first' : 'last'} in the PM order.`)
  }
  return { place, step, mayPlace: board !== null }
}
