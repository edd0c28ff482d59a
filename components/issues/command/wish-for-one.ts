import type { Change } from '#components/changes/use-change.ts'
import { TAKE_OFF_AND_MOVE } from '#components/commands/next-steps.ts'
import { LOOKS } from '#components/issues/facts/looks.ts'
import type { Lookups } from '#components/lookups/lookups.ts'
import { joinEpic, setTeam } from '#lib/contract/issue-facts.ts'
import {
  assignIssue,
  closeIssue,
  labelIssue,
  planIssue,
  reopenIssue,
  weighIssue,
} from '#lib/contract/issues.ts'
import type { Card } from '#lib/contract/issues.ts'
import { DELIVERABLE_STAYS } from '#lib/domain/deliverable.ts'

import { labelsAfter } from './labels-after.ts'
import { messageFor, valueOf } from './wishes.ts'
import type { Wish } from './wishes.ts'

/**
 * Sends what is wished of one issue by the endpoint of its own, and shows at once what it will look like. `again` wishes what
 * is offered instead of what was refused.
 */
export function wishForOne(
  change: Change,
  group: string,
  card: Card,
  wish: Wish,
  lookups: Lookups,
  again: (wish: Wish) => void,
) {
  const { ref } = card
  const one = { group, ref }
  const about = { issue: ref, message: messageFor(wish, lookups)(`#${ref}`) }
  switch (wish.what) {
    case 'milestone': {
      const { what: _, milestone, ...rest } = wish
      return void change({
        ...about,
        endpoint: planIssue,
        input: { ...one, milestone, ...rest },
        optimistic: { milestone },
        // a Deliverable that may not go is offered without its label, in the same act
        ways: (rule) => (rule === DELIVERABLE_STAYS ? [{ label: TAKE_OFF_AND_MOVE, act: bare }] : []),
      })
    }
    case 'labels': {
      const { what: _, add = [], remove = [], ...rest } = wish
      return void change({
        ...about,
        endpoint: labelIssue,
        input: { ...one, add, remove, ...rest },
        optimistic: { labelIds: labelsAfter(card, wish, lookups).map(({ id }) => id) },
      })
    }
    case 'weight': {
      const { weight } = wish
      return void change({
        ...about,
        endpoint: weighIssue,
        input: { ...one, weight },
        optimistic: { weight },
      })
    }
    case 'assign':
    case 'unassign': {
      const others = card.assignees.filter((handle) => handle !== wish.person)
      const assignees = wish.what === 'assign' ? [...others, wish.person] : others
      return void change({
        ...about,
        endpoint: assignIssue,
        input: { ...one, assignees },
        optimistic: { assignees },
      })
    }
    case 'epic': {
      const { epic } = wish
      return void change({ ...about, endpoint: joinEpic, input: { ...one, epic }, optimistic: { epic } })
    }
    case 'team': {
      const { team } = wish
      return void change({ ...about, endpoint: setTeam, input: { ...one, team }, optimistic: { team } })
    }
    case 'close': {
      const { what: _, reason, ...rest } = wish
      return void change({
        ...about,
        endpoint: closeIssue,
        input: { ...one, reason, ...rest },
        optimistic: { state: 'closed', closeReason: reason },
      })
    }
    case 'reopen':
      return void change({
        ...about,
        endpoint: reopenIssue,
        input: one,
        optimistic: { state: 'open', closeReason: null },
      })
    default: {
      const fact = { [wish.what]: valueOf(wish) }
      return void change({
        ...about,
        endpoint: LOOKS[wish.what].setting,
        input: { ...one, ...fact },
        optimistic: fact,
      })
    }
  }
  function bare() {
    if (wish.what === 'milestone') again({ ...wish, withoutDeliverable: true })
  }
}
