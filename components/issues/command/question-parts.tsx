'use client'

import { useEffect, useRef } from 'react'

import { questions } from '#components/commands/command-target.ts'
import type { What } from '#components/commands/issue-commands.ts'

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

const MORE = [
  ...(['link', 'split', 'weigh_together', 'no_volunteer'] as const),
  ...(['ask_hand_over', 'ask_update', 'ask_milestone', 'ask_assign', 'ask_deliverable'] as const),
] as const
/** What has a dialog of its own, and is asked of one issue alone. */
export type More = (typeof MORE)[number]

export const isMore = (what: What): what is More => MORE.some((one) => one === what)
