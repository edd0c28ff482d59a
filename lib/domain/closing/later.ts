import type { AnyEvent } from '../events.ts'
import type { CloseReason } from '../issues.ts'

const AS: Record<CloseReason, string> = {
  done: 'done',
  duplicate: 'a duplicate',
  moved: 'moved',
  wont_do: 'won’t do',
}

/**
 * Law 10: "Numbers of a closed milestone never change afterwards; later facts appear as notes." What an event is to a
 * milestone whose outcome is frozen; null for what is no news to it.
 */
export function laterWords(event: AnyEvent): string | null {
  switch (event.type) {
    case 'issue.closed':
      return closedWords(event.data.reason)
    case 'issue.reopened':
      return REOPENED
    case 'issue.moved':
      return event.data.closed ? closedWords(event.data.closed) : event.data.reopened ? REOPENED : null
    case 'issue.weighed':
      return `Weight changed from ${event.data.from ?? 'none'} to ${event.data.to ?? 'none'} after the end.`
    case 'issue.milestone_set':
      return event.data.to === null
        ? 'Taken out of its milestone after the end.'
        : `Moved to ${event.data.to.title} after the end.`
    default:
      return null
  }
}

const REOPENED = 'Reopened after the end.'
const closedWords = (reason: CloseReason) => `Closed as ${AS[reason]} after the end.`
