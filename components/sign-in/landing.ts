import { groupLink } from '#lib/kit/links.ts'

/** Where an accepted invitation leads: into its group. */
export function landing(answer: unknown): string | null {
  const group = typeof answer === 'object' && answer !== null && 'group' in answer ? answer.group : null
  return typeof group === 'string' ? groupLink(group) : null
}
