import { endSessionById, endSessionsBut } from '#db/commands/sessions.ts'
import { listSessions } from '#db/queries/sessions.ts'
import * as sessions from '#lib/contract/sessions.ts'
import { keep } from '../keep.ts'

export const sessionsKept = [
  keep(sessions.listSessions, ({ db, who, now }) => listSessions(db, who.personId, who.sessionId, now)),
  keep(sessions.endSession, ({ db, who }, { session }) => endSessionById(db, who.personId, session)),
  keep(sessions.endOtherSessions, ({ db, who }) => endSessionsBut(db, who.personId, who.sessionId)),
]
