import type { FactsProps } from '#components/issues/page/facts-props.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import type { Issue } from '#lib/contract/issues.ts'
import type { Actor } from '#lib/domain/permissions.ts'

import { deliverablesHint } from './deliverable-hints.ts'
import type { HintOf } from './deliverable-hints.ts'
import type { Need, Wish } from './wishes.ts'

/** The issues that a menu is about, one or many, and what carries out what is chosen in it. */
export type Chosen = {
  /** The only one; null where there are several. */
  one: Issue | null
  lookups: Lookups
  actor: Actor & { handle: string }
  run: (wish: Wish) => void
  /** Asks what blocked work waits for, before it is marked so. */
  askNeed: (proceed: (blocked?: Need) => void) => void
  /** Says beside a milestone how many of them cannot go there as they are. */
  hints: () => HintOf
}

/** All but the questions that a choice in it may raise. */
export const onlyOne = ({ issue, lookups, actor, acts }: FactsProps): Omit<Chosen, 'askNeed'> => ({
  one: issue,
  lookups,
  actor,
  run: (wish) => acts.wish(issue, wish, lookups),
  hints: () => deliverablesHint([issue], 1, { lookups, actor }),
})
