import type { Refusal } from '#lib/kit/refusal.ts'

export const ROLES = ['em', 'pm', 'engineer', 'staff_engineer', 'counterpart', 'stakeholder'] as const
export type Role = (typeof ROLES)[number]

/** Someone with the roles they have in the group that the act is about; `admin` runs the installation. */
export type Actor = { roles: readonly Role[]; admin: boolean }

/** Each row: who may, in one phrase, and what, each act with the words that end "Only … ". */
const ROWS = [
  {
    who: ['stakeholder', 'counterpart', 'engineer', 'pm', 'em', 'admin'],
    phrase: 'a person with a role in this group',
    acts: {
      'see.boards': 'sees its boards',
      'see.ownership': 'sees its ownership map',
      'see.say_do': 'sees its Say/Do',
      'see.own_rfhs': 'sees the requests they filed',
    },
  },
  {
    who: ['counterpart', 'engineer', 'pm', 'em', 'admin'],
    phrase: 'a member or counterpart of this group',
    acts: { 'see.confidential': 'sees confidential issues' },
  },
  {
    who: ['stakeholder', 'counterpart', 'engineer', 'pm', 'em', 'admin'],
    phrase: 'a person with a role in this group',
    acts: {
      'rfh.file': 'files a request for help',
      'ownership.ask': 'asks who owns something',
      comment: 'comments here',
    },
  },
  {
    who: ['engineer', 'pm', 'em'],
    phrase: 'an engineer, the product manager or the engineering manager',
    acts: {
      'issue.create': 'creates issues',
      'issue.edit': 'edits issues',
      'issue.close': 'closes and reopens issues',
      'card.move': 'moves cards',
      'issue.weigh': 'weighs issues',
      'issue.take': 'takes issues',
      'issue.hand_over': 'hands over what they drive',
      'epic.edit': 'creates and edits epics',
      'hand.raise': 'raises a hand',
      'push_back.raise': 'pushes back',
      'pto.own': 'enters their time off',
    },
  },
  {
    who: ['pm', 'em'],
    phrase: 'the product manager or the engineering manager',
    acts: {
      'planning.order': 'orders the planning board',
      'planning.issue': 'creates the planning issue',
      'planning.candidates': 'chooses candidates',
      'milestone.create': 'creates and edits milestones',
      'board.edit': 'creates and edits boards',
    },
  },
  {
    who: ['pm', 'em', 'admin'],
    phrase: 'the product manager, the engineering manager or an administrator',
    acts: { 'template.edit': 'changes the templates' },
  },
  {
    who: ['em'],
    phrase: 'the engineering manager',
    acts: {
      'deliverable.set': 'sets Deliverable',
      'assign.others': 'assigns others',
      'capacity.override': 'overrides capacity',
      'lanes.assign': 'divides capacity into lanes',
      'milestone.close': 'closes a milestone',
      'push_back.decide': 'decides on push-backs',
      'pto.kind': 'sees the kind of time off of others',
    },
  },
  {
    who: ['em', 'admin'],
    phrase: 'the engineering manager or an administrator',
    acts: {
      'group.administer': 'changes the settings of the group',
      'team.edit': 'edits teams and their scope',
      'member.edit': 'adds and removes members',
      'role.give': 'gives roles',
      'label.edit': 'edits labels',
      'integration.edit': 'connects integrations',
    },
  },
  {
    who: ['admin'],
    phrase: 'an administrator',
    acts: { 'group.found': 'creates groups' },
  },
] as const

type KeysOf<T> = T extends unknown ? keyof T : never
export type Act = KeysOf<(typeof ROWS)[number]['acts']>

type Rule = { who: ReadonlySet<string>; sentence: string }

const RULES: ReadonlyMap<string, Rule> = new Map(
  ROWS.flatMap(({ who, phrase, acts }) =>
    Object.entries(acts).map(([act, does]): [string, Rule] => [
      act,
      { who: new Set(who), sentence: `Only ${phrase} ${does}.` },
    ]),
  ),
)

// safe because Act is by definition the union of the keys that the table lists
export const ACTS = [...RULES.keys()] as readonly Act[]

/** A person may do what any of their roles may; a staff engineer is an engineer of the whole group. */
export function may(actor: Actor, act: Act): boolean {
  const who = RULES.get(act)?.who
  if (!who) return false
  if (actor.admin && who.has('admin')) return true
  return actor.roles.some((role) => who.has(role === 'staff_engineer' ? 'engineer' : role))
}

/** By these a reader offers the next step: the first has none but to ask for a role. */
const NOT_ALLOWED = 'not_allowed'
export const ASSIGN_OF_EM = 'assign_of_em'
export const SET_BY_EM = 'set_by_em'
const CODES: Partial<Record<Act, string>> = { 'assign.others': ASSIGN_OF_EM, 'deliverable.set': SET_BY_EM }

/** Whether a refusal is one of roles, whatever is asked for. */
export const isForbidden = ({ code }: Refusal): boolean =>
  [NOT_ALLOWED, ...Object.values(CODES)].includes(code)

/** For what a person sees and may not do. What they may not even see answers *not found*, which is not said here. */
export function whyNotAllowed(actor: Actor, act: Act): Refusal | null {
  if (may(actor, act)) return null
  return {
    code: CODES[act] ?? NOT_ALLOWED,
    because: RULES.get(act)?.sentence ?? 'You do not have access to this action.',
  }
}
