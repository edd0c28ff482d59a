import type { Refusal } from '#lib/kit/refusal.ts'

/** How one issue stands to another, read from left to right; `relates` alone has no direction. */
export const LINK_KINDS = ['blocks', 'duplicates', 'split_into', 'relates'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** The same, as seen from one of the two. */
export const LINK_ROLES = [
  'blocked_by',
  'blocks',
  'split_from',
  'split_into',
  'duplicates',
  'duplicated_by',
  'relates',
] as const
export type LinkRole = (typeof LINK_ROLES)[number]

/** Roles that people give by hand: pieces come from splitting alone. */
export const GIVEN_ROLES = ['blocked_by', 'blocks', 'duplicates', 'duplicated_by', 'relates'] as const

/** Issues by their numbers. */
export type Link = { from: number; to: number; kind: LinkKind }

const BACKWARDS: Partial<Record<LinkRole, LinkKind>> = {
  blocked_by: 'blocks',
  duplicated_by: 'duplicates',
  split_from: 'split_into',
}
const INVERSE: Record<LinkRole, LinkRole> = {
  blocked_by: 'blocks',
  blocks: 'blocked_by',
  duplicated_by: 'duplicates',
  duplicates: 'duplicated_by',
  split_from: 'split_into',
  split_into: 'split_from',
  relates: 'relates',
}

/** What stands between “#12” and “#13”. */
export function linkText(role: LinkRole): string {
  return {
    blocked_by: 'is blocked by',
    blocks: 'blocks',
    duplicated_by: 'is duplicated by',
    duplicates: 'duplicates',
    split_from: 'was split from',
    split_into: 'was split into',
    relates: 'relates to',
  }[role]
}

export const inverseOf = (role: LinkRole): LinkRole => INVERSE[role]

export function linkAs(ref: number, role: LinkRole, other: number): Link {
  const kind = BACKWARDS[role]
  if (kind) return { from: other, to: ref, kind }
  // safe because the roles that are not backwards are the kinds themselves
  return { from: ref, to: other, kind: role as LinkKind }
}

/**
 * Two issues are linked once in each way, never with themselves, and never in a circle: of work that waits for itself
 * nothing could begin. `held` holds the links of both issues, and those of the same kind that lead on from them.
 */
export function whyNotLink(link: Link, held: readonly Link[]): Refusal | null {
  if (link.from === link.to) return { code: 'itself', because: 'An issue cannot link to itself.' }
  if (held.some((one) => isSame(one, link))) {
    return { code: 'linked', because: 'This link already exists.' }
  }
  if (link.kind !== 'relates' && leads(link.to, link.from, link.kind, held)) {
    const verb = link.kind === 'blocks' ? 'blocks' : linkText(link.kind)
    return {
      code: 'circle',
      because: `#${link.to} ${verb} #${link.from} already, directly or through others. This link would make a circle.`,
    }
  }
  return null
}

function isSame(a: Link, b: Link): boolean {
  if (a.kind !== b.kind) return false
  if (a.from === b.from && a.to === b.to) return true
  return a.kind === 'relates' && a.from === b.to && a.to === b.from
}

/** Whether links of one kind lead from an issue to another, over any number of steps. */
function leads(from: number, to: number, kind: LinkKind, held: readonly Link[]): boolean {
  const next = Map.groupBy(
    held.filter((link) => link.kind === kind),
    (link) => link.from,
  )
  const seen = new Set([from])
  for (const at of seen) {
    if (at === to) return true
    for (const link of next.get(at) ?? []) seen.add(link.to)
  }
  return false
}
