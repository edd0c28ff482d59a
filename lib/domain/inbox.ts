import type { PersonRef } from './event-refs.ts'
import type { AnyEvent, EventType } from './events.ts'
import { ALL_FACTS } from './facts/facts.ts'
import { eventOf } from './facts/kept.ts'

/** Why somebody is told, the most pressing first: of two reasons the first counts. */
export const INBOX_KINDS = [
  'mention',
  'hand_over',
  'dri_given',
  'weighing_asked',
  'assigned',
  'watched',
] as const
export type InboxKind = (typeof INBOX_KINDS)[number]

/** A person by id or by handle, as the event names them. */
type Named = { person: string; kind: InboxKind }
/** Whom an event asks for something or tells by name, and whether those who follow its issue are told too. */
export type Telling = { named: readonly Named[]; watchers: boolean }

const NOBODY: Telling = { named: [], watchers: false }
const WATCHERS: Telling = { named: [], watchers: true }

/**
 * Handbook › Acknowledgement of Pings, and DRIs: whoever is pinged, asked to take over, becomes the DRI, is assigned or
 * asked for a weight is told by name. Those who follow an issue hear what is said there and where it stands; not each
 * step of a card over a board, which would teach everybody to look away.
 */
export function notificationsFor(event: AnyEvent): Telling {
  switch (event.type) {
    case 'issue.created': {
      const { dri, assignees, mentioned } = event.data
      return {
        named: [
          ...pings(mentioned),
          ...(dri ? [{ person: dri.id, kind: 'dri_given' as const }] : []),
          ...assignees.map(({ id }) => ({ person: id, kind: 'assigned' as const })),
        ],
        watchers: false,
      }
    }
    case 'issue.edited':
    case 'issue.comment_edited':
      return { named: pings(event.data.mentioned), watchers: false }
    case 'issue.commented':
      return { named: pings(event.data.mentioned), watchers: true }
    case 'issue.mention_acknowledged':
      return { named: event.data.by.map(({ id }) => ({ person: id, kind: 'watched' })), watchers: false }
    case 'issue.dri_assigned':
    case 'issue.handed_over': {
      const { from, to } = event.data
      const asked = event.type === 'issue.handed_over' ? event.data.asked : null
      return { named: [{ person: to.id, kind: 'dri_given' }, ...told(from, asked)], watchers: true }
    }
    case 'issue.hand_over_offered': {
      const { from, to } = event.data
      return { named: [{ person: to.id, kind: 'hand_over' }, ...told(from)], watchers: false }
    }
    case 'issue.hand_over_accepted':
      return { named: told(event.data.from, event.data.by), watchers: true }
    case 'issue.hand_over_declined':
      return { named: told(event.data.from, event.data.by), watchers: false }
    case 'issue.hand_over_withdrawn':
      return { named: told(event.data.from, event.data.to), watchers: false }
    case 'issue.assigned':
      return {
        named: event.data.added.map(({ id }) => ({ person: id, kind: 'assigned' })),
        watchers: false,
      }
    case 'weighing.opened':
      return {
        named: event.data.asked.map((person) => ({ person, kind: 'weighing_asked' })),
        watchers: false,
      }
    case 'issue.moved': {
      const { closed, reopened, added } = event.data
      const isBlocked = added.some(({ meaning }) => meaning === 'workflow.blocked')
      return closed || reopened || isBlocked ? WATCHERS : NOBODY
    }
    case 'issue.labels_changed':
      return event.data.added.some(({ meaning }) => meaning === 'workflow.blocked') ? WATCHERS : NOBODY
    default:
      return TOLD_TO_WATCHERS.has(event.type) ? WATCHERS : NOBODY
  }
}

const TOLD_TO_WATCHERS: ReadonlySet<EventType> = new Set<EventType>([
  'issue.closed',
  'issue.reopened',
  'issue.milestone_set',
  'issue.dri_taken',
  'issue.dri_released',
  'issue.split',
  ...ALL_FACTS.filter(({ isFollowed }) => isFollowed).map(eventOf),
])

/** Told by name of what concerns them, with nothing asked of them. */
const told = (...people: readonly (PersonRef | null | undefined)[]): Named[] =>
  people.flatMap((person) => (person ? [{ person: person.id, kind: 'watched' as const }] : []))

const pings = (handles: readonly string[]): Named[] => handles.map((person) => ({ person, kind: 'mention' }))

type Facts = {
  actor: string | null
  watchers: readonly string[]
  /** Who asked not to be told what happens there; by name they are told all the same. */
  muted: readonly string[]
  maySee: (person: string) => boolean
}

/** Who is told, and as what: nobody of their own act, nobody of what they may not see, everybody once. */
export function recipientsOf({ named, watchers }: Telling, facts: Facts): ReadonlyMap<string, InboxKind> {
  const muted = new Set(facts.muted)
  const following = watchers ? facts.watchers.filter((person) => !muted.has(person)) : []
  const all = [...named, ...following.map((person): Named => ({ person, kind: 'watched' }))]
  const kinds = new Map<string, InboxKind>()
  for (const { person, kind } of all) {
    if (person === facts.actor || !facts.maySee(person)) continue
    const before = kinds.get(person)
    if (before === undefined || INBOX_KINDS.indexOf(kind) < INBOX_KINDS.indexOf(before))
      kinds.set(person, kind)
  }
  return kinds
}
