'use client'

import { useQueryClient } from '@tanstack/react-query'

import { useBusyChange } from '#components/changes/use-change.ts'
import { overrideCapacity, readCapacity } from '#lib/contract/capacity.ts'
import type { CapacityView } from '#lib/contract/capacity.ts'
import type { SentTo } from '#lib/contract/endpoint.ts'
import { reading } from '#lib/http/query.ts'

import { withOverridden } from './overridden.ts'

type Override = SentTo<typeof overrideCapacity>

/** Puts another value in the place of a term, or takes it off; the grid shows the answer at once, and `onShown` hears of it. */
export function useOverride() {
  const client = useQueryClient()
  const { change, busy } = useBusyChange()
  const override = (input: Override, message: string, onShown?: () => void) => {
    const { queryKey } = reading(readCapacity, { group: input.group, milestone: input.milestone })
    return change({
      endpoint: overrideCapacity,
      input,
      message,
      apply: (answer) => {
        client.setQueryData<CapacityView>(queryKey, (view) => view && withOverridden(view, answer))
        onShown?.()
      },
    })
  }
  return { override, busy }
}
