import type { Refusal } from '#lib/kit/refusal.ts'

/** The joint planning session of a milestone, as far as its rules ask. */
export type Session = { startedAt: string | null; endedAt: string | null; invited: readonly string[] }

/** One that has begun keeps its time; what happened in it is recorded by then. */
export function whyNotSchedule(session: Session | null): Refusal | null {
  if (session?.endedAt) return { code: 'session_held', because: 'The joint session was held already.' }
  if (session?.startedAt) return { code: 'session_runs', because: 'The joint session has started already.' }
  return null
}

export function whyNotCancel(session: Session | null): Refusal | null {
  return session === null ? NONE : whyNotSchedule(session)
}

/** @param me id of the person who answers */
export function whyNotAnswer(session: Session | null, me: string | null): Refusal | null {
  if (session === null) return NONE
  if (me !== null && session.invited.includes(me)) return whyNotSchedule(session)
  return { code: 'not_invited', because: 'You are not invited to this session.' }
}

/** A session may start without having been scheduled: then it starts now. */
export const whyNotStart = whyNotSchedule

export function whyNotEnd(session: Session | null): Refusal | null {
  if (session?.endedAt) return { code: 'session_held', because: 'The joint session was held already.' }
  if (session?.startedAt) return null
  return { code: 'session_not_started', because: 'The joint session has not started. Start it first.' }
}

const NONE: Refusal = { code: 'no_session', because: 'No joint session is scheduled.' }
