import { allIsolated, isolated } from '#lib/kit/visible.ts'

import { rowOf } from './event-rows.ts'
import type { AnyEvent, EventData, EventType } from './events.ts'

type Context = {
  actorName: string
  /** What the sentence calls its subject in a feed, e.g. '#12'; on the subject's own page it is 'this issue'. */
  subject?: string
}

/** Any event, with who did it. */
export type Narrated = AnyEvent & Context

/** What an event of another noun is about. */
const SUBJECTS: Record<string, string> = {
  weighing: 'issue',
  dri: 'issue',
  planning_issue: 'issue',
  update: 'issue',
  push_back: 'issue',
  hand: 'issue',
  call: 'issue',
  agenda: 'issue',
}

/** One sentence in the past tense: who did what. */
export function narrate<T extends EventType>({
  type,
  data,
  actorName,
  subject,
}: Context & { type: T; data: EventData<T> }): string {
  const noun = type.split('.', 1)[0] ?? ''
  const act = rowOf(type).sentence(allIsolated(data), subject ?? `this ${SUBJECTS[noun] ?? noun}`)
  return `${isolated(actorName)} ${act}.`
}
