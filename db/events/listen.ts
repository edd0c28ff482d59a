import type { Client } from 'pg'
import postgres from 'postgres'
import { readAddress } from '../connection.ts'

export type Wake = {
  onEvent: (groupId: number) => void
  onAccess: (personId: string) => void
  /** The inbox of a person in a group holds more, less or other things. */
  onInbox: (groupId: number, personId: string) => void
  onPulse: (word: string) => void
  onListening: () => void
}

/**
 * The live feed's own connection: wakes on events and on changes of access. It subscribes anew by itself after the
 * connection or the server was lost, and `onListening` says so each time: whoever listens looks for what it missed.
 */
export async function listen(
  url: string,
  { onEvent, onAccess, onInbox, onPulse, onListening }: Wake,
): Promise<() => Promise<void>> {
  const sql = postgres({
    ...readAddress(url),
    max: 1,
    idle_timeout: 0,
    onnotice: () => {},
    connection: { application_name: 'saydo live' },
  })
  const subscribe = async () => {
    await sql.listen('saydo_access', onAccess)
    await sql.listen('saydo_inbox', (whose) => {
      const [group = '', person = ''] = whose.split(' ')
      onInbox(Number(group), person)
    })
    await sql.listen(PULSE, onPulse)
    await sql.listen('saydo_events', (group) => onEvent(Number(group)), onListening)
  }
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error('the database does not let us listen')), PATIENCE_MS)
  try {
    // The driver would try for ever, and without a pause, where something accepts its connections and ends them.
    await Promise.race([subscribe(), late.promise])
  } catch (error) {
    // Left alone it would go on trying in the background, beside whoever is started after it.
    await sql.end({ timeout: 0 })
    throw error
  } finally {
    clearTimeout(timer)
  }
  return () => sql.end({ timeout: 1 })
}

const PULSE = 'saydo_pulse'
const PATIENCE_MS = 10_000

/** Sends a word to all who listen, through the database, as an event would reach them. */
export async function sendPulse(db: Pick<Client, 'query'>, word: string): Promise<void> {
  await db.query('select pg_notify($1, $2)', [PULSE, word])
}
