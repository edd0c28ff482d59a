'use client'

import { findKey } from '#components/shell/use-line-keys.ts'
import { useHotkeys } from '#components/shell/hotkeys.ts'
import type { Point } from '#lib/contract/retrospectives.ts'

type Keys = {
  points: readonly Point[]
  onVote: (point: Point) => void
  onPoint: () => void
  onAction: () => void
  canVote: boolean
  canWrite: boolean
  canAgree: boolean
}

/** Through the points without a pointer: J and K go, V votes, P writes one, A agrees on an action. */
export function usePointKeys({ points, onVote, onPoint, onAction, canVote, canWrite, canAgree }: Keys) {
  useHotkeys('Retrospective', [
    { keys: ['j', 'ArrowDown'], what: 'Next point', act: () => go(1) },
    { keys: ['k', 'ArrowUp'], what: 'Previous point', act: () => go(-1) },
    {
      keys: ['v'],
      what: 'Vote for the point, or remove your vote',
      when: () => canVote,
      act: () => {
        const one = points.find(({ id }) => id === focused())
        if (one && one.kind !== 'thanks') onVote(one)
      },
    },
    { keys: ['p'], what: 'Write a point', when: () => canWrite, act: onPoint },
    { keys: ['a'], what: 'Add an action', when: () => canAgree, act: onAction },
    findKey(),
  ])
}

const lines = () => [...document.querySelectorAll<HTMLElement>('#main [data-point]')]

const focused = (): number =>
  Number(document.activeElement?.closest<HTMLElement>('[data-point]')?.dataset['point'] ?? 0)

function go(step: number) {
  const all = lines()
  const at = all.findIndex((line) => line.contains(document.activeElement))
  all[at < 0 ? 0 : Math.min(Math.max(at + step, 0), all.length - 1)]?.focus()
}
