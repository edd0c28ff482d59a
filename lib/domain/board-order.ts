import type { Refusal } from '#lib/kit/refusal.ts'

import type { BoardKind } from './boards.ts'

/** Handbook › Planning and Delivery Boards: the group plans and builds on these, so that they stay. */
export function whyNotRemoveBoard({ kind, title }: { kind: BoardKind; title: string }): Refusal | null {
  if (kind === 'custom') return null
  const because = `“${title}” is part of the way of working and cannot be removed. You can change it.`
  return { code: 'board_stays', because }
}

/** The board that a board comes behind when it moves up or down by one; undefined at the end of the list. */
export function behindWhich(slugs: readonly string[], slug: string, by: -1 | 1): string | null | undefined {
  const at = slugs.indexOf(slug)
  const to = at + by
  if (at < 0 || to < 0 || to >= slugs.length) return undefined
  const others = slugs.filter((one) => one !== slug)
  return others[to - 1] ?? null
}

/** The boards in their new order; null puts it first, and behind itself it stays. */
export function placedBehind(slugs: readonly string[], slug: string, after: string | null): string[] {
  if (after === slug) return [...slugs]
  const others = slugs.filter((one) => one !== slug)
  return others.toSpliced(after === null ? 0 : others.indexOf(after) + 1, 0, slug)
}
