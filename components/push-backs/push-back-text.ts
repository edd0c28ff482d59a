import type { PushBackFacts, PushedWorkFacts } from '#lib/contract/push-backs.ts'
import type { Decision, PushBackKind, PushBackState } from '#lib/domain/push-back-terms.ts'
import { epicLink, issueLink, milestoneLink } from '#lib/kit/links.ts'

export const STATE_TITLES: Record<PushBackState, string> = {
  open: 'Open',
  deferred: 'Deferred',
  accepted: 'Accepted',
  declined: 'Declined',
}

export const KIND_TITLES: Record<PushBackKind, string> = {
  issue: 'Issues',
  epic: 'Epics',
  milestone: 'Plans',
}

export const DECISION_TITLES: Record<Decision, string> = {
  accepted: 'Accept',
  declined: 'Decline',
  deferred: 'Defer',
}

/** What each decision means for the work. */
export const DECISION_HINTS: Record<Decision, string> = {
  accepted: 'We do not do this now.',
  declined: 'The work stays as planned.',
  deferred: 'We decide on another day.',
}

/** `#12`, `&3`; a milestone is known by its title. */
export const signOf = ({ kind, key }: Pick<PushedWorkFacts, 'kind' | 'key'>): string =>
  kind === 'issue' ? `#${key}` : kind === 'epic' ? `&${key}` : ''

/** As sentences call the work. */
export const nameOfWork = (work: Pick<PushedWorkFacts, 'kind' | 'key' | 'title'>): string =>
  work.kind === 'milestone'
    ? `the plan of ${work.title}`
    : work.kind === 'issue'
      ? signOf(work)
      : `“${work.title}”`

export const linkOfWork = (group: string, { kind, key }: Pick<PushedWorkFacts, 'kind' | 'key'>): string =>
  kind === 'issue'
    ? issueLink(group, Number(key))
    : kind === 'epic'
      ? epicLink(group, Number(key))
      : milestoneLink(group, key)

const PAST: Record<Decision, string> = {
  accepted: 'Accepted',
  declined: 'Declined',
  deferred: 'Deferred',
}

export const decidedMessage = ({ subject, left }: PushBackFacts, decision: Decision): string =>
  `${PAST[decision]} the push-back on ${nameOfWork(subject)}${left ? `, reprioritised in ${left}` : ''}.`
