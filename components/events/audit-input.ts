import { EVENT_KINDS } from '#lib/domain/event-nouns.ts'
import type { EventKind } from '#lib/domain/event-nouns.ts'
import { isPlainDate } from '#lib/kit/plain-date.ts'
import type { PlainDate } from '#lib/kit/plain-date.ts'

const PAGE = 100

export type AuditInput = {
  group: string
  limit: number
  actor?: string
  about?: EventKind
  day?: PlainDate
}

/** What the address asks the record for: `?actor=julie&about=labels&day=2026-11-22`. What means nothing is left out. */
export function auditInput(group: string, params: URLSearchParams): AuditInput {
  const [actor, day] = [params.get('actor') ?? '', params.get('day') ?? '']
  const about = EVENT_KINDS.find((kind) => kind === params.get('about'))
  return {
    group,
    limit: PAGE,
    ...(/^[a-z0-9][a-z0-9._-]{0,63}$/i.test(actor) ? { actor } : {}),
    ...(about ? { about } : {}),
    ...(isPlainDate(day) ? { day } : {}),
  }
}
