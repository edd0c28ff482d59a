import type { Role } from '#lib/domain/permissions.ts'

type Held = { role: Role; title: string; acting: boolean }

const TITLES: Record<Role, string> = {
  em: 'Engineering manager',
  pm: 'Product manager',
  engineer: 'Engineer',
  staff_engineer: 'Staff engineer',
  counterpart: 'Stable counterpart',
  stakeholder: 'Stakeholder',
}

/** What someone is, in one line: “Engineering manager (acting) · Backend Engineer”. */
export function roleText({ roles, admin }: { roles: readonly Held[]; admin: boolean }): string {
  const parts = roles.map(textOf)
  if (admin) parts.push('Administrator of this installation')
  return [...new Set(parts)].join(' · ')
}

function textOf({ role, title, acting }: Held): string {
  const text = title || TITLES[role]
  return acting && !/\bacting\b/i.test(text) ? `${text} (acting)` : text
}
