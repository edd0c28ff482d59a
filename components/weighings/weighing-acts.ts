'use client'

import { useMemo } from 'react'

import { usePerform } from '#components/changes/use-perform.ts'
import {
  abandonWeighing,
  agreeOnWeight,
  openWeighing,
  revealWeights,
  voteWeight,
} from '#lib/contract/weighings.ts'

export type WeighingActs = ReturnType<typeof useWeighingActs>

export function useWeighingActs(group: string, ref: number) {
  const perform = usePerform(group)
  return useMemo(() => {
    const one = { group, ref }
    const shared = { ref, hoped: {} }
    return {
      open: (asked: string[]) =>
        perform({
          ...shared,
          endpoint: openWeighing,
          input: { ...one, asked },
          told: `Asked ${asked.length} people to estimate #${ref}.`,
        }),
      vote: (weight: number, reason: string) =>
        perform({
          ...shared,
          endpoint: voteWeight,
          final: true,
          input: { ...one, weight, reason },
          told: `Your weight of #${ref} is ${weight}; hidden until the reveal.`,
        }),
      reveal: () =>
        perform({
          ...shared,
          endpoint: revealWeights,
          final: true,
          input: one,
          told: `Revealed the weights of #${ref}.`,
        }),
      agree: (weight: number) =>
        perform({
          ...shared,
          endpoint: agreeOnWeight,
          final: true,
          input: { ...one, weight },
          hoped: { weight },
          told: `#${ref} weighs ${weight}.`,
        }),
      abandon: () =>
        perform({
          ...shared,
          endpoint: abandonWeighing,
          final: true,
          input: one,
          told: `Canceled the estimation of #${ref}.`,
        }),
    }
  }, [perform, group, ref])
}
