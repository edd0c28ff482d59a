import {
  cadenceLink,
  capacityLink,
  epicLink,
  issueLink,
  modelsLink,
  ownershipLink,
  personLink,
  syncLink,
} from '#lib/kit/links.ts'

import type { EventData, EventType } from './events.ts'
import { rowOf } from './event-rows.ts'
import type { InboxPlace } from './events/row.ts'
import type { ToldKind } from './subjects.ts'

/** Where what an item hangs on is shown: by its number, slug or handle. */
const PAGES: Record<ToldKind, (place: InboxPlace) => string> = {
  issue: ({ group, key }) => issueLink(group, Number(key)),
  epic: ({ group, key }) => epicLink(group, Number(key)),
  milestone: ({ group, key }) => capacityLink(group, key),
  team: ({ group }) => ownershipLink(group),
  person: ({ group, key }) => personLink(group, key),
  model: ({ group, key }) => modelsLink(group, Number(key)),
  activity: ({ group, key }) => cadenceLink(group, Number(key)),
  sync: ({ group, key }) => syncLink(group, Number(key)),
}

type Telling<T extends EventType> = { type: T; data: EventData<T>; number: number }

/** The page, as a path, on which a person deals with what an event told them. */
export const inboxPage = <T extends EventType>(
  { type, data, number }: Telling<T>,
  kind: ToldKind,
  place: InboxPlace,
): string => rowOf(type).page?.(place, data, number) ?? PAGES[kind](place)
