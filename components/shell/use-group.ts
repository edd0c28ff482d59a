'use client'

import { useMemo } from 'react'

import { readGroup, readMe } from '#lib/contract/groups.ts'
import type { Group, Me } from '#lib/contract/groups.ts'
import type { Actor } from '#lib/domain/permissions.ts'

import { useAt } from './past.ts'
import { usePrefetched } from './use-prefetched.ts'

export const useGroup = (group: string): Group => usePrefetched(readGroup, { group })

export const useMe = (): Me => usePrefetched(readMe, {})

/** Who is signed in, as the rules of a group see them; on a page that shows the past, who can only look. */
export function useActor(group: string): Actor & { handle: string; name: string } {
  const { handle, name, admin } = useMe()
  const { roles } = useGroup(group)
  const isPast = useAt() !== null
  return useMemo(
    () => ({ handle, name, admin, roles, ...(isPast ? { past: true as const } : {}) }),
    [handle, name, admin, roles, isPast],
  )
}
