'use client'

import { useCallback, useMemo, useRef } from 'react'

import { announce } from '#components/shell/announcer.tsx'
import { useLatest } from '#components/ui/hooks/use-latest.ts'

import { toggled, withDri, withPicks } from '../plan-state.ts'
import type { ChangePlan } from '../use-plan-state.ts'
import type { CandidateLine, Line } from './lines.ts'

/** Picking one by one, from one to another, and all above the line. */
export function usePicking(lines: readonly Line[], change: ChangePlan) {
  const last = useRef<number | null>(null)
  const latest = useLatest(lines)
  const pick = useCallback(
    (ref: number, isRange: boolean) => {
      const open = openOf(latest())
      if (!open.some((line) => line.candidate.card.ref === ref)) return
      const range = isRange ? between(open, last.current, ref) : []
      last.current = ref
      change(({ picks }) => {
        const next = range.length > 0 ? withPicks(picks, range) : toggled(picks, ref)
        const isIn = next.some((one) => one.ref === ref)
        announce(`#${ref} ${isIn ? 'picked' : 'not picked'}, ${next.length} in all.`)
        return { picks: next }
      })
    },
    [change, latest],
  )
  const name = useCallback(
    (ref: number, dri: string | null) => change(({ picks }) => ({ picks: withDri(picks, ref, dri) })),
    [change],
  )
  const whole = useMemo(() => {
    const open = openOf(lines)
    const above = open.filter(({ isBelow }) => !isBelow).map(({ candidate }) => candidate.card.ref)
    const count = open.filter(({ isPicked }) => isPicked).length
    const areAll = above.length > 0 && open.every(({ isPicked, isBelow }) => isPicked || isBelow)
    const state: boolean | 'mixed' = count === 0 ? false : areAll ? true : 'mixed'
    return {
      state,
      toggle: () => change(({ picks }) => ({ picks: areAll ? [] : withPicks(picks, above) })),
    }
  }, [lines, change])
  return { pick, name, whole }
}

/** What is a Deliverable already is picked no more. */
const openOf = (lines: readonly Line[]): CandidateLine[] =>
  lines.filter((line): line is CandidateLine => line.kind === 'candidate' && !line.candidate.deliverable)

function between(lines: readonly CandidateLine[], from: number | null, to: number): number[] {
  const refs = lines.map(({ candidate }) => candidate.card.ref)
  const [a, b] = [from === null ? -1 : refs.indexOf(from), refs.indexOf(to)]
  return a < 0 || b < 0 ? [] : refs.slice(Math.min(a, b), Math.max(a, b) + 1)
}
