import type { Role } from '#lib/domain/permissions.ts'

type Held = { role: Role; title: string; acting: boolean }

const WORDS: Record<Role, string> = {
  em: 'Engineering manager',
  pm: 'Product manager',
  engineer: 'Engineer',
  staff_engineer: 'Staff engineer',
  counterpart: 'Stable counterpart',
  stakeholder: 'Stakeholder',
}

/** What someone is, in one line: “Engineering manager (acting) · Backend Engineer”. */
export function roleWords({ roles, admin }: { roles: readonly Held[]; admin: boolean }): string {
  const words = roles.map(wordsOf)
  if (admin) words.push('Administrator of this installation')
  return [...new Set(words)].join(' · ')
}

function wordsOf({ role, title, acting }: Held): string {
  const words = title || WORDS[role]
  return acting && !/\bacting\b/i.test(words) ? `${words} (acting)` : words
}
