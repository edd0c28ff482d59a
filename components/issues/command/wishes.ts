import type { BulkChange } from '#lib/contract/issue-lists.ts'
import type { FactName } from '#lib/domain/facts/names.ts'
import { closeReasonTitle } from '#lib/domain/issues.ts'
import { stateOf, typeOf } from '#lib/domain/labels.ts'
import { stateTitle } from '#lib/domain/workflow.ts'

import type { Value } from '#components/issues/facts/look.tsx'
import { LOOKS } from '#components/issues/facts/looks.ts'
import { nameOf } from '#components/lookups/lookups.ts'
import type { Lookups } from '#components/lookups/lookups.ts'

/** What can be wished of issues, of one as of many. A new DRI is asked for with words, which has a way of its own. */
export type Wish = Exclude<BulkChange, { what: 'dri' }>
/** What blocked work waits for. */
export type Need = { need: string; from: string }
/** What was done, in the past tense; of “#12” or of “3 issues”. */
export type MessageFor = (them: string) => string

export function messageFor(wish: Wish, lookups: Lookups): MessageFor {
  switch (wish.what) {
    case 'milestone': {
      const title = lookups.milestones.find(({ slug }) => slug === wish.milestone)?.title ?? wish.milestone
      const bare = wish.withoutDeliverable ? ' without Deliverable' : ''
      const pushed = wish.pushBack ? REPRIORITISED : ''
      return (them) =>
        title === null
          ? `Cleared the milestone of ${them}${bare}${pushed}.`
          : `Planned ${them} for ${title}${bare}${pushed}.`
    }
    case 'labels':
      return labelsMessage(wish, lookups)
    case 'weight':
      return (them) =>
        wish.weight === null
          ? `Cleared the weight of ${them}.`
          : `Set the weight of ${them} to ${wish.weight}.`
    case 'assign':
      return (them) => `Assigned ${them} to ${nameOf(wish.person, lookups)}.`
    case 'unassign':
      return (them) => `Unassigned ${nameOf(wish.person, lookups)} from ${them}.`
    case 'epic': {
      const title = lookups.epics.find(({ number }) => number === wish.epic)?.title
      return (them) =>
        wish.epic === null
          ? `Cleared the epic of ${them}.`
          : `Added ${them} to “${title ?? `&${wish.epic}`}”.`
    }
    case 'team': {
      const name = lookups.teams.find(({ slug }) => slug === wish.team)?.name ?? wish.team
      return (them) =>
        name === null ? `Cleared the functional team of ${them}.` : `Gave ${them} to ${name}.`
    }
    case 'close': {
      const { reason, duplicateOf } = wish
      const original = duplicateOf === undefined ? '' : ` of #${duplicateOf}`
      return (them) => `Closed ${them}: ${closeReasonTitle(reason)}${original}.`
    }
    case 'reopen':
      return (them) => `Reopened ${them}.`
    default:
      return (them) => LOOKS[wish.what].message(valueOf(wish), them)
  }
}

const REPRIORITISED = ', reprioritised'

/** The value of a fact, which a wish holds by the fact's name. */
export function valueOf(wish: Extract<Wish, { what: FactName }>): Value {
  const value = Object.entries(wish).find(([name]) => name === wish.what)?.[1]
  // safe because a wish holds its fact by the name
  return value as Value
}

/** A state and a type are labels, and are told as what they mean. */
function labelsMessage(
  { add = [], remove = [], pushBack }: Extract<Wish, { what: 'labels' }>,
  { labels }: Pick<Lookups, 'labels'>,
): MessageFor {
  const listed = (titles: readonly string[]) => titles.join(', ')
  const meant = labels.filter(({ title, meaning }) => meaning !== null && listed(add) === title)
  const [state, type] = [
    stateOf(meant),
    meant.some(({ meaning }) => meaning?.startsWith('type.')) ? typeOf(meant) : null,
  ]
  if (state === 'blocked') return (them) => `Marked ${them} as blocked.`
  if (state) return (them) => `Set ${them} to ${stateTitle(state)}.`
  if (type) return (them) => `The type of ${them} is ${type} now.`
  const pushed = pushBack ? REPRIORITISED : ''
  return (them) =>
    add.length > 0
      ? `Added ${listed(add)} to ${them}${pushed}.`
      : `Removed ${listed(remove)} from ${them}${pushed}.`
}
