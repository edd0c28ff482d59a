import type { Refusal } from '#lib/kit/refusal.ts'

import type { Role } from './permissions.ts'

const TITLES: Record<Role, string> = {
  em: 'engineering manager',
  pm: 'product manager',
  engineer: 'engineer',
  staff_engineer: 'staff engineer',
  counterpart: 'stable counterpart',
  stakeholder: 'stakeholder',
}

/** As a sentence says it: “engineering manager”. */
export const roleTitle = (role: Role): string => TITLES[role]

/** A person with the roles they have in a group that has `ems` engineering managers. */
export type RoleHolder = { name: string; roles: readonly Role[]; ems: number }

export function whyNotGiveRole({ name, roles }: RoleHolder, role: Role): Refusal | null {
  if (!roles.includes(role)) return null
  return { code: 'role_held', because: `${name} is already ${withArticle(role)} here.` }
}

/** Handbook › How we're organised: "Acting Engineering Manager". The other roles have no acting holder. */
export function whyNotActing(role: Role, acting: boolean): Refusal | null {
  if (!acting || role === 'em') return null
  return { code: 'not_acting', because: 'Only an engineering manager can be acting.' }
}

export function whyNotChangeRole({ name, roles }: RoleHolder, role: Role): Refusal | null {
  if (roles.includes(role)) return null
  return { code: 'role_not_held', because: `${name} is not ${withArticle(role)} here.` }
}

/** No person loses their last role by the way: that is to leave the group, and has a command of its own. */
export function whyNotTakeRole(holder: RoleHolder, role: Role): Refusal | null {
  const { name, roles } = holder
  const foreign = whyNotChangeRole(holder, role)
  if (foreign) return foreign
  const last = role === 'em' ? whyNotLoseEm(holder) : null
  if (last) return last
  if (roles.length > 1) return null
  return {
    code: 'last_role',
    because: `This is the only role of ${name}. Give them another one first, or remove them from the group.`,
  }
}

/** Handbook › Cadence gives much to the engineering manager, who gives the roles too: a group is never left without. */
export function whyNotRemovePerson(holder: RoleHolder): Refusal | null {
  return holder.roles.includes('em') ? whyNotLoseEm(holder) : null
}

function whyNotLoseEm({ name, ems }: RoleHolder): Refusal | null {
  if (ems > 1) return null
  return {
    code: 'last_em',
    because: `${name} is the only engineering manager. Give the role to another person first.`,
  }
}

const withArticle = (role: Role) => `${/^[aeiou]/.test(TITLES[role]) ? 'an' : 'a'} ${TITLES[role]}`
