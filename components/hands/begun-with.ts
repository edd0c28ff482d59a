import { subjectNow, targetsOf } from '#components/commands/command-target.ts'

import type { HandDefaults, Raising } from './raise-hand.ts'

/**
 * What a hand begins with: what was asked for; or the issue that is open or had the focus; in a status update its subject, and
 * what is written there of blockers.
 */
export function begunWith(asked: Raising): HandDefaults {
  if (!('from' in asked)) return asked
  const card = asked.from?.closest<HTMLElement>('[data-subject]')
  if (card) {
    const ask = card.querySelector<HTMLTextAreaElement>('textarea[name=blockers]')?.value.trim()
    return { subject: card.dataset['subject'] ?? '', ...(ask ? { ask } : {}) }
  }
  const subject = subjectNow()
  const [ref, ...more] = subject ? targetsOf(subject) : []
  return ref !== undefined && more.length === 0 ? { subject: `issue-${ref}` } : {}
}
