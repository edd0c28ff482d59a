import type { Refusal } from '#lib/kit/refusal.ts'

export const ROLES = ['em', 'pm', 'engineer', 'staff_engineer', 'counterpart', 'stakeholder'] as const
export type Role = (typeof ROLES)[number]

/**
 * Someone with the roles they have in the group that the act is about; `admin` runs the installation, and `past` looks at
 * the group as it was, where there is nothing to do but to see.
 */
export type Actor = { roles: readonly Role[]; admin: boolean; past?: true }

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
    acts: {
      'see.confidential': 'sees confidential issues',
      'see.retrospectives': 'sees open retrospectives',
    },
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
    who: ['stakeholder', 'counterpart', 'engineer', 'pm', 'em'],
    phrase: 'a person with a role in this group',
    acts: { 'planning.answer': 'answers its invitations' },
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
      'update.post': 'posts status updates',
      'hand.raise': 'raises a hand',
      'call.note': 'notes calls',
      'activity.record': 'records activities',
      'push_back.raise': 'pushes back',
      'sync.record': 'records in the sync',
      'model.edit': 'changes the register of models',
      'retrospective.write': 'writes in retrospectives',
      'pto.own': 'enters their time off',
      'working_time.own': 'sets their working week',
    },
  },
  {
    who: ['engineer'],
    phrase: 'an engineer',
    acts: { 'epic.lead': 'leads epics' },
  },
  {
    who: ['engineer', 'em'],
    phrase: 'an engineer or the engineering manager',
    acts: { 'epic.hand_over': 'hands over epics' },
  },
  {
    who: ['pm', 'em'],
    phrase: 'the product manager or the engineering manager',
    acts: {
      'planning.order': 'orders the planning board',
      'planning.issue': 'changes the planning issue',
      'planning.candidates': 'chooses candidates',
      'planning.steps': 'edits the steps of planning',
      'planning.session': 'runs the planning session',
      'sandbox.edit': 'opens and changes what-ifs',
      'milestone.create': 'creates and edits milestones',
      'board.edit': 'creates and edits boards',
      'share.create': 'creates public links',
      'push_back.decide': 'decides on push-backs',
      'retrospective.run': 'runs retrospectives',
    },
  },
  {
    who: ['pm', 'em', 'admin'],
    phrase: 'the product manager, the engineering manager or an administrator',
    acts: { 'template.edit': 'changes the templates', 'share.revoke': 'sees and revokes public links' },
  },
  {
    who: ['em'],
    phrase: 'the engineering manager',
    acts: {
      'deliverable.set': 'sets Deliverable',
      'assign.others': 'assigns others',
      'capacity.override': 'overrides capacity',
      'capacity.post': 'posts capacity and DRIs',
      'lanes.assign': 'divides capacity into lanes',
      'duty.assign': 'assigns triage duty',
      'milestone.close': 'closes a milestone',
      'activity.edit': 'edits the activities of the group',
      'model.waive': 'waives the readiness check of a model',
      'model.questions': 'changes the questions of the readiness check',
      'pto.kind': 'sees the kind of time off of others',
      'pto.others': 'changes the time off of others',
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
      'working_time.others': 'sets the working week of others',
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
  if (!who || (actor.past && !act.startsWith('see.'))) return false
  if (actor.admin && who.has('admin')) return true
  return actor.roles.some((role) => who.has(role === 'staff_engineer' ? 'engineer' : role))
}

/** What happened stays as it was: it is looked at, and changed where it is now. */
export const IN_THE_PAST: Refusal = {
  code: 'in_the_past',
  because: 'This is the past. It cannot be changed.',
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
  if (actor.past) return IN_THE_PAST
  return {
    code: CODES[act] ?? NOT_ALLOWED,
    because: RULES.get(act)?.sentence ?? 'You do not have access to this action.',
  }
}
