import type { EventData, EventType } from './events.ts'
import { rowOf } from './event-rows.ts'
import { INBOX_KINDS, type InboxKind, type Named, NO_ONE, type Telling } from './telling.ts'

/**
 * Handbook › Acknowledgement of Pings, and DRIs: whoever is pinged, asked to take over, becomes the DRI, is assigned or
 * asked for a weight is told by name. Those who follow an issue hear what is said there and where it stands; not each
 * step of a card over a board, which would teach everybody to look away. The row of an event says whom it tells.
 */
export function notificationsFor<T extends EventType>({
  type,
  data,
}: {
  type: T
  data: EventData<T>
}): Telling {
  return rowOf(type).tells?.(data) ?? NO_ONE
}

type Facts = {
  actor: string | null
  watchers: readonly string[]
  /** Who asked not to be told what happens there; by name they are told all the same. */
  muted: readonly string[]
  maySee: (person: string) => boolean
  /** Those who are meant without a name: by role, or in a functional team. */
  meant?: readonly Named[]
}

/** Who is notified, and as what: no person of their own act or of what they may not see, and each person once. */
export function recipientsOf(
  { named, watchers }: Telling,
  { meant = [], ...facts }: Facts,
): ReadonlyMap<string, InboxKind> {
  const muted = new Set(facts.muted)
  const following = watchers ? facts.watchers.filter((person) => !muted.has(person)) : []
  const all = [...named, ...meant, ...following.map((person): Named => ({ person, kind: 'watched' }))]
  const kinds = new Map<string, InboxKind>()
  for (const { person, kind } of all) {
    if (person === facts.actor || !facts.maySee(person)) continue
    const before = kinds.get(person)
    if (before === undefined || INBOX_KINDS.indexOf(kind) < INBOX_KINDS.indexOf(before))
      kinds.set(person, kind)
  }
  return kinds
}
