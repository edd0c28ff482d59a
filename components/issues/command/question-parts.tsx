'use client'

import { useEffect, useRef } from 'react'

import { isFact } from '#lib/domain/facts/names.ts'
import type { FactName } from '#lib/domain/facts/names.ts'
import type { Act } from '#lib/domain/permissions.ts'

import { counted } from '#components/changes/pieces.ts'
import { questions } from '#components/commands/command-target.ts'
import type { What } from '#components/commands/command-target.ts'

const ACTS: Record<Exclude<What, FactName>, Act> = {
  status: 'issue.edit',
  labels: 'issue.edit',
  milestone: 'issue.edit',
  weight: 'issue.weigh',
  assign: 'issue.take',
  take: 'issue.take',
  hand_over: 'issue.hand_over',
  close: 'issue.close',
  type: 'issue.edit',
  epic: 'issue.edit',
  team: 'issue.edit',
  link: 'issue.edit',
  split: 'issue.create',
  weigh_together: 'issue.weigh',
  ask_hand_over: 'comment',
  ask_milestone: 'comment',
  ask_assign: 'comment',
  ask_deliverable: 'comment',
}

/** What the rules call it. */
export const actOf = (what: What): Act => (isFact(what) ? 'issue.edit' : ACTS[what])

/** “#12”, or “3 issues”. */
export const subjectOf = (refs: readonly number[]): string =>
  refs.length === 1 ? `#${refs[0]}` : counted(refs.length)

export const leave = () => questions.set({ asked: null })

/** For what needs no question: done once, and the question is over. */
export function Once({ run }: { run: () => void }) {
  const ran = useRef(false)
  useEffect(() => {
    if (ran.current) return
    ran.current = true
    leave()
    run()
  }, [run])
  return null
}
