'use client'

import { useMemo } from 'react'

import { useChange } from '#components/changes/use-change.ts'
import {
  abandonWeighing,
  agreeOnWeight,
  openWeighing,
  revealWeights,
  voteWeight,
} from '#lib/contract/weighings.ts'

export type WeighingActs = ReturnType<typeof useWeighingActs>

export function useWeighingActs(group: string, ref: number) {
  const change = useChange()
  return useMemo(() => {
    const one = { group, ref }
    const shared = { ref, optimistic: {} }
    return {
      open: (asked: string[]) =>
        change({
          ...shared,
          endpoint: openWeighing,
          input: { ...one, asked },
          message: `Asked ${asked.length} people to estimate #${ref}.`,
        }),
      vote: (weight: number, reason: string) =>
        change({
          ...shared,
          endpoint: voteWeight,
          final: true,
          input: { ...one, weight, reason },
          message: `Your weight of #${ref} is ${weight}; hidden until the reveal.`,
        }),
      reveal: () =>
        change({
          ...shared,
          endpoint: revealWeights,
          final: true,
          input: one,
          message: `Revealed the weights of #${ref}.`,
        }),
      agree: (weight: number) =>
        change({
          ...shared,
          endpoint: agreeOnWeight,
          final: true,
          input: { ...one, weight },
          optimistic: { weight },
          message: `#${ref} weighs ${weight}.`,
        }),
      abandon: () =>
        change({
          ...shared,
          endpoint: abandonWeighing,
          final: true,
          input: one,
          message: `Canceled the estimation of #${ref}.`,
        }),
    }
  }, [change, group, ref])
}
