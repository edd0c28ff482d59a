'use client'

import { useMemo } from 'react'

import { usePerform } from '#components/changes/use-perform.ts'
import { addLink, removeLink } from '#lib/contract/links.ts'
import { linkWords } from '#lib/domain/links.ts'
import type { GIVEN_ROLES, LinkRole } from '#lib/domain/links.ts'

export type GivenRole = (typeof GIVEN_ROLES)[number]

export function useLinkActs(group: string) {
  const perform = usePerform(group)
  return useMemo(
    () => ({
      add: (ref: number, role: GivenRole, other: number) =>
        perform({
          endpoint: addLink,
          input: { group, ref, role, other },
          ref,
          hoped: {},
          told: `#${ref} ${linkWords(role)} #${other}.`,
        }),
      remove: (ref: number, role: LinkRole, other: number) =>
        perform({
          endpoint: removeLink,
          input: { group, ref, role, other },
          ref,
          hoped: {},
          told: `#${ref} and #${other} no longer have this link.`,
        }),
    }),
    [perform, group],
  )
}
