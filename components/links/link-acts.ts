'use client'

import { useMemo } from 'react'

import { useChange } from '#components/changes/use-change.ts'
import { addLink, removeLink } from '#lib/contract/links.ts'
import { linkText } from '#lib/domain/links.ts'
import type { GIVEN_ROLES, LinkRole } from '#lib/domain/links.ts'

export type GivenRole = (typeof GIVEN_ROLES)[number]

export function useLinkActs(group: string) {
  const change = useChange()
  return useMemo(
    () => ({
      add: (ref: number, role: GivenRole, other: number) =>
        change({
          endpoint: addLink,
          input: { group, ref, role, other },
          issue: ref,
          optimistic: {},
          message: `#${ref} ${linkText(role)} #${other}.`,
        }),
      remove: (ref: number, role: LinkRole, other: number) =>
        change({
          endpoint: removeLink,
          input: { group, ref, role, other },
          issue: ref,
          optimistic: {},
          message: `#${ref} and #${other} no longer have this link.`,
        }),
    }),
    [change, group],
  )
}
