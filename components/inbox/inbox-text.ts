import type { InboxItem } from '#lib/contract/inbox.ts'
import type { ToldKind } from '#lib/domain/subjects.ts'
import type { InboxKind } from '#lib/domain/telling.ts'

/** Why one is told. */
export const REASONS: Record<InboxKind, string> = {
  mention: 'Mentions you',
  hand_over: 'Hand-over to you',
  dri_given: 'You are the DRI',
  weighing_asked: 'Estimate requested',
  asked: 'Asked of you',
  assigned: 'You are assigned',
  reminder: 'Reminder',
  informed: 'For your information',
  watched: 'You’re watching',
}

/** These ask for nothing. */
export const isCalm = (kind: InboxKind): boolean => kind === 'watched' || kind === 'informed'

/** What stands beside the title of what an item is about; of an issue and an epic that is their number. */
const NOUNS: Record<ToldKind, string> = {
  issue: '',
  epic: 'epic',
  milestone: 'milestone',
  team: 'functional team',
  person: '',
  model: 'model',
  activity: 'activity',
  sync: 'weekly sync',
}

type About = Pick<InboxItem, 'subject'>

export const besideTitle = ({ subject: { kind, key } }: About): string =>
  kind === 'issue' ? `#${key}` : NOUNS[kind]

/** As buttons call it: “#12”, “19.8”. */
export const nameOfSubject = ({ subject: { kind, key, title } }: About): string =>
  kind === 'issue' ? `#${key}` : title
