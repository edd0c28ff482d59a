import { endSessionById, endSessionsBut } from '#db/commands/sessions.ts'
import { listSessions } from '#db/queries/sessions.ts'
import * as sessions from '#lib/contract/sessions.ts'
import { bind } from '../bind.ts'

export const sessionsHandlers = [
  bind(sessions.listSessions, ({ db, who, now }) => listSessions(db, who.personId, who.sessionId, now)),
  bind(sessions.endSession, ({ db, who }, { session }) => endSessionById(db, who.personId, session)),
  bind(sessions.endOtherSessions, ({ db, who }) => endSessionsBut(db, who.personId, who.sessionId)),
]
